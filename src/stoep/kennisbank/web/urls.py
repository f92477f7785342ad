"""The addresses of kennisbank."""

from django.urls import URLPattern, URLResolver

app_name = "kennisbank"
urlpatterns: list[URLPattern | URLResolver] = []
