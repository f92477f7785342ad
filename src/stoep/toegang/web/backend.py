"""Checks name and password; the second factor comes after it."""

from django.contrib.auth.backends import ModelBackend


class AccountBackend(ModelBackend):
    """Django's own check, on our accounts."""
