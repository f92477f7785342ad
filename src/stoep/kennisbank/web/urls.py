"""The addresses of kennisbank: none of its own yet; its pages are served by Wagtail."""

from django.urls import URLPattern, URLResolver

app_name = "kennisbank"
urlpatterns: list[URLPattern | URLResolver] = []
