"""The addresses of zaken."""

from django.urls import URLPattern, URLResolver

app_name = "zaken"
urlpatterns: list[URLPattern | URLResolver] = []
