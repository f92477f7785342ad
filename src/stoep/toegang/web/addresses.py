"""From which address a request comes."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address of the visitor; behind a proxy of ours the one that this proxy saw.

    Only the last entry counts: whatever stands before it was written by the visitor.
    """
    if settings.ENVIRONMENT.behind_proxy:
        forwarded = request.headers.get("X-Forwarded-For", "")
        return forwarded.rpartition(",")[2].strip() or "onbekend"
    return str(request.META.get("REMOTE_ADDR", "onbekend"))
