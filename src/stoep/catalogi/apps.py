"""Registers the domain catalogi with Django."""

from django.apps import AppConfig


class CatalogiConfig(AppConfig):
    """The Django side of stoep.catalogi."""

    name = "stoep.catalogi"
    label = "catalogi"
