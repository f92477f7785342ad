"""Registers the domain kennisbank with Django."""

from django.apps import AppConfig


class KennisbankConfig(AppConfig):
    """The Django side of stoep.kennisbank."""

    name = "stoep.kennisbank"
    label = "kennisbank"

    def ready(self) -> None:
        from stoep.kennisbank.publishing import listen

        listen()
