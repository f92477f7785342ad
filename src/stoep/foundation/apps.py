"""Registers the domain foundation with Django."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """The Django side of stoep.foundation."""

    name = "stoep.foundation"
    label = "foundation"
