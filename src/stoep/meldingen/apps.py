"""Registers the domain meldingen with Django."""

from django.apps import AppConfig


class MeldingenConfig(AppConfig):
    """The Django side of stoep.meldingen."""

    name = "stoep.meldingen"
    label = "meldingen"
