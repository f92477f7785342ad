"""The addresses of toegang."""

from django.urls import URLPattern, URLResolver

app_name = "toegang"
urlpatterns: list[URLPattern | URLResolver] = []
