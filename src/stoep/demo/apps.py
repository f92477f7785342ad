"""Registers the domain demo with Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The Django side of stoep.demo."""

    name = "stoep.demo"
    label = "demo"
