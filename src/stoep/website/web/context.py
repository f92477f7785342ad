"""What every page of the site shows: the municipality, notices and navigation."""

from __future__ import annotations

from django.http import HttpRequest


def site(_request: HttpRequest) -> dict[str, object]:
    """Context for the layouts."""
    return {}
