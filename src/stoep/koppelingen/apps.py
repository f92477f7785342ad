"""Registers the domain koppelingen with Django, and lets its adapters serve the ports."""

from importlib import import_module

from django.apps import AppConfig
from django.conf import settings


class KoppelingenConfig(AppConfig):
    """The Django side of stoep.koppelingen."""

    name = "stoep.koppelingen"
    label = "koppelingen"

    def ready(self) -> None:
        """Bind the adapters that config/wiring.py names."""
        import_module(settings.WIRING).bind_adapters()
