"""Registers the domain notificaties with Django."""

from django.apps import AppConfig


class NotificatiesConfig(AppConfig):
    """The Django side of stoep.notificaties."""

    name = "stoep.notificaties"
    label = "notificaties"
