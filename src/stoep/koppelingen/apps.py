"""Registers the domain koppelingen with Django."""

from django.apps import AppConfig


class KoppelingenConfig(AppConfig):
    """The Django side of stoep.koppelingen."""

    name = "stoep.koppelingen"
    label = "koppelingen"
