"""The addresses of huisstijl."""

from django.urls import URLPattern, URLResolver

app_name = "huisstijl"
urlpatterns: list[URLPattern | URLResolver] = []
