"""In uw buurt: a postcode, and what goes on there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stoep.foundation import ratelimit
from stoep.foundation.errors import DomainError, Invalid, Rejected, TooMany, Unavailable
from stoep.foundation.web.permissions import public
from stoep.website.buurt import WEEKS, Buurt, tell_buurt
from stoep.website.queries import clean_query

TIMES, A_MINUTE = 60, 60
LONGEST = 20


@require_safe
@public
def in_uw_buurt(request: HttpRequest) -> HttpResponse:
    """The neighbourhood of the postcode in the address; without one the question alone."""
    text = clean_query(request.GET.get("postcode", ""))[:LONGEST]
    buurt: Buurt | None = None
    error, status = "", 200
    if "postcode" in request.GET:
        try:
            ratelimit.limit(f"website.buurt:{request.META.get('REMOTE_ADDR', '')}", times=TIMES, seconds=A_MINUTE)
            buurt = tell_buurt(text)
        except (Unavailable, Rejected):
            error, status = _("We kunnen de postcode nu niet opzoeken. Probeer het straks nog eens."), 503
        except (Invalid, TooMany) as refusal:
            error, status = say(refusal), 429 if isinstance(refusal, TooMany) else 200
    context = {"postcode": buurt.postcode if buurt else text, "buurt": buurt, "error": error, "weken": WEEKS}
    return render(request, "website/buurt.html", context, status=status)


def say(refusal: DomainError) -> str:
    """The sentence of a refusal."""
    return str(refusal)
