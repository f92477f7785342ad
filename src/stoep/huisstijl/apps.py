"""Registers the domain huisstijl with Django."""

from django.apps import AppConfig


class HuisstijlConfig(AppConfig):
    """The Django side of stoep.huisstijl."""

    name = "stoep.huisstijl"
    label = "huisstijl"
