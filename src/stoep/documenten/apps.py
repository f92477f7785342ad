"""Registers the domain documenten with Django."""

from django.apps import AppConfig


class DocumentenConfig(AppConfig):
    """The Django side of stoep.documenten."""

    name = "stoep.documenten"
    label = "documenten"
