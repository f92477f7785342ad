"""The addresses of berichten."""

from django.urls import URLPattern, URLResolver

app_name = "berichten"
urlpatterns: list[URLPattern | URLResolver] = []
