"""Registers the domain gebieden with Django."""

from django.apps import AppConfig


class GebiedenConfig(AppConfig):
    """The Django side of stoep.gebieden."""

    name = "stoep.gebieden"
    label = "gebieden"
