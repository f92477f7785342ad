"""Addresses of buitendienst."""

from django.urls import URLPattern

app_name = "buitendienst"
urlpatterns: list[URLPattern] = []
