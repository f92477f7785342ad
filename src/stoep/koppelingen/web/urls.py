"""The addresses of koppelingen."""

from django.urls import URLPattern, URLResolver

app_name = "koppelingen"
urlpatterns: list[URLPattern | URLResolver] = []
