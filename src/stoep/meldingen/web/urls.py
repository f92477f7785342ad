"""The addresses of meldingen."""

from django.urls import URLPattern, URLResolver

app_name = "meldingen"
urlpatterns: list[URLPattern | URLResolver] = []
