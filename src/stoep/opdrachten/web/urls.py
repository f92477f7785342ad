"""Addresses of opdrachten."""

from django.urls import URLPattern

app_name = "opdrachten"
urlpatterns: list[URLPattern] = []
