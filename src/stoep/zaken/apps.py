"""Registers the domain zaken with Django."""

from django.apps import AppConfig


class ZakenConfig(AppConfig):
    """The Django side of stoep.zaken."""

    name = "stoep.zaken"
    label = "zaken"
