"""Registers the domain website with Django."""

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """The Django side of stoep.website."""

    name = "stoep.website"
    label = "website"
