"""Finds the account of a session; signing in goes through commands, never through a backend."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest


class AccountBackend(ModelBackend):
    """Django's own backend for reading accounts and permissions, without a way to sign in."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> None:  # type: ignore[override]  # noqa: ARG002
        """Refuse: a name and password alone sign nobody in."""
        return
