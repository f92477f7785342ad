"""Who is at the other end of a contractor's page: let in by the link alone, counted by connection."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from stoep.foundation import ratelimit
from stoep.foundation.errors import TooMany
from stoep.foundation.web.forms import StoepForm, visible
from stoep.foundation.web.permissions import public
from stoep.huisstijl.resuming import is_from_elsewhere
from stoep.opdrachten.errors import OpdrachtNotFound, TooManyTries

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

LONGEST_ECHO = 4000
QUARTER = 15 * 60
# Per internet connection: a depot of a contractor shares one.
LIMITS = {"antwoord": 120, "link": 20}


def address_of(request: HttpRequest) -> str:
    """The address of the client: behind our own proxy the last one that it added."""
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None) and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def count_try(request: HttpRequest, what: str) -> None:
    """Count a try from this connection. Raises TooManyTries far above normal use."""
    try:
        ratelimit.limit(f"opdrachten.{what}:{address_of(request)}", times=LIMITS[what], seconds=QUARTER)
    except TooMany as error:
        raise TooManyTries from error


def is_refused(request: HttpRequest, form: StoepForm) -> bool:
    """Was this form sent by another website? Then it is shown, with what was in it, and not acted upon."""
    if not is_from_elsewhere(request):
        return False
    form.is_valid()
    form.add_error(None, _("Controleer wat u hebt ingevuld en druk nog een keer op de knop."))
    return True


def words_of(request: HttpRequest) -> str:
    """What somebody wrote in a form whose link stopped working meanwhile, to copy."""
    typed = str(request.POST.get("tekst", "")) if request.method == "POST" else ""
    return visible(typed)[:LONGEST_ECHO]


def for_link(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Let in whoever holds a link: no session and no cookie, so that nothing can expire while somebody works.

    The unguessable token is the proof. A link that does not work gives one page, whatever the reason, with what
    was typed to copy; a form that another site sends is shown instead of acted upon.
    """

    @wraps(view)
    def open_view(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            response = view(request, *args, **kwargs)
        except OpdrachtNotFound:
            response = render(request, "opdrachten/link_werkt_niet.html", {"getypt": words_of(request)}, status=404)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return public(csrf_exempt(open_view))
