"""Registers the door api with Django."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The Django side of stoep.api."""

    name = "stoep.api"
    label = "api"
