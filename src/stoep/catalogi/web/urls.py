"""The addresses of catalogi."""

from django.urls import URLPattern, URLResolver

app_name = "catalogi"
urlpatterns: list[URLPattern | URLResolver] = []
