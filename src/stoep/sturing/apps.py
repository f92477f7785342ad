"""Registers the domain sturing with Django."""

from django.apps import AppConfig


class SturingConfig(AppConfig):
    """The Django side of stoep.sturing."""

    name = "stoep.sturing"
    label = "sturing"
