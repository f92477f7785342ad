"""Registers the domain buitendienst with Django."""

from django.apps import AppConfig


class BuitendienstConfig(AppConfig):
    """The Django side of stoep.buitendienst."""

    name = "stoep.buitendienst"
    label = "buitendienst"
