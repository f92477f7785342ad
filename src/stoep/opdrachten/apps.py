"""Registers the domain opdrachten with Django."""

from django.apps import AppConfig


class OpdrachtenConfig(AppConfig):
    """The Django side of stoep.opdrachten."""

    name = "stoep.opdrachten"
    label = "opdrachten"
