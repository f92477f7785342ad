"""The addresses of organisatie."""

from django.urls import URLPattern, URLResolver

app_name = "organisatie"
urlpatterns: list[URLPattern | URLResolver] = []
