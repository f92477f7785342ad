"""Addresses of buurt."""

from django.urls import URLPattern

app_name = "buurt"
urlpatterns: list[URLPattern] = []
