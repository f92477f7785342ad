"""Puts the actor on the request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from stoep.toegang.actors import ANONYMOUS, Actor


class ActorRequest(HttpRequest):
    """A request that knows who acts."""

    actor: Actor


class ActorMiddleware:
    """Sets `request.actor`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find out who acts."""
        request.actor = ANONYMOUS  # type: ignore[attr-defined]
        return self.get_response(request)
