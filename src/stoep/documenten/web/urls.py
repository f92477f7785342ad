"""The addresses of documenten."""

from django.urls import URLPattern, URLResolver

app_name = "documenten"
urlpatterns: list[URLPattern | URLResolver] = []
