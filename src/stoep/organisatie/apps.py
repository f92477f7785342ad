"""Registers the domain organisatie with Django."""

from django.apps import AppConfig


class OrganisatieConfig(AppConfig):
    """The Django side of stoep.organisatie."""

    name = "stoep.organisatie"
    label = "organisatie"
