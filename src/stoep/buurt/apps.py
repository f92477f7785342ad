"""Registers the domain buurt with Django."""

from django.apps import AppConfig


class BuurtConfig(AppConfig):
    """The Django side of stoep.buurt."""

    name = "stoep.buurt"
    label = "buurt"
