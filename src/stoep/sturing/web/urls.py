"""The addresses of sturing."""

from django.urls import URLPattern, URLResolver

app_name = "sturing"
urlpatterns: list[URLPattern | URLResolver] = []
