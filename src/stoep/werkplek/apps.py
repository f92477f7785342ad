"""Registers the domain werkplek with Django."""

from django.apps import AppConfig


class WerkplekConfig(AppConfig):
    """The Django side of stoep.werkplek."""

    name = "stoep.werkplek"
    label = "werkplek"
