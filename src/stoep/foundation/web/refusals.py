"""One place where a refusal that no form caught becomes a page or a problem document."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stoep.foundation.errors import Conflict, DomainError, Invalid, NotAllowed, NotFound, TooMany

STATUS_OF: dict[type, int] = {NotFound: 404, NotAllowed: 403, Conflict: 409, TooMany: 429, Invalid: 400}


def status_of(error: DomainError) -> int:
    """The HTTP status that goes with a refusal."""
    return next((STATUS_OF[kind] for kind in type(error).__mro__ if kind in STATUS_OF), 400)


class RefusalMiddleware:
    """Shows a DomainError that a view let through as an error page in plain Dutch."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a refusal into a page."""
        if not isinstance(error, DomainError):
            return None
        status = status_of(error)
        return render(request, "huisstijl/refused.html", {"error": error, "status": status}, status=status)
