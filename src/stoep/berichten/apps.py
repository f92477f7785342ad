"""Registers the domain berichten with Django."""

from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    """The Django side of stoep.berichten."""

    name = "stoep.berichten"
    label = "berichten"
