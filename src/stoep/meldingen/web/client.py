"""Who is at the other end: for counting tries, never stored as such."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from stoep.foundation import ratelimit
from stoep.foundation.errors import TooMany
from stoep.foundation.web.permissions import public
from stoep.huisstijl.resuming import is_from_elsewhere
from stoep.meldingen.errors import ConceptAlreadySent, ConceptNotFound, TooManyMeldingen
from stoep.toegang.actors import ANONYMOUS, Actor

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

QUARTER = 15 * 60
# Per internet connection. A school or a ward office shares one, so these are far above normal use.
LIMITS = {"versturen": 60, "foto": 200, "voorstel": 2000, "opzoeken": 30, "antwoord": 30, "volgen": 30}


def address_of(request: HttpRequest) -> str:
    """The address of the client: behind our own proxy the last one that it added."""
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None) and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def count_try(request: HttpRequest, what: str) -> None:
    """Count a try from this connection. Raises TooManyMeldingen far above normal use."""
    try:
        ratelimit.limit(f"meldingen.{what}:{address_of(request)}", times=LIMITS[what], seconds=QUARTER)
    except TooMany as error:
        raise TooManyMeldingen from error


def reporter() -> Actor:
    """Whoever reports on the site acts as a resident, also a colleague who happens to be signed in."""
    return ANONYMOUS


def for_everybody(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Let everybody in, without session or cookie, so that nothing can expire while somebody types.

    Django's CSRF check guards what a signed-in person can do. Here nobody is signed in: the unguessable token
    in the address is the proof. A form that another site sends is shown again instead of acted upon.
    """

    @wraps(view)
    def open_view(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST" and is_from_elsewhere(request):
            request.from_elsewhere = True  # type: ignore[attr-defined]
        try:
            response = view(request, *args, **kwargs)
        except ConceptAlreadySent:
            return redirect("meldingen:ontvangen", kwargs["token"])
        except ConceptNotFound as error:
            return render(request, "meldingen/melden_verlopen.html", {"error": error}, status=404)
        response.headers["Cache-Control"] = "no-store"
        return response

    return public(csrf_exempt(open_view))
