"""Registers the domain toegang with Django."""

from django.apps import AppConfig


class ToegangConfig(AppConfig):
    """The Django side of stoep.toegang."""

    name = "stoep.toegang"
    label = "toegang"
