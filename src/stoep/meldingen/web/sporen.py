"""Hints of abuse that a form gives by itself, without a puzzle for people: a field that nobody sees, and the time taken."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from stoep.foundation import clock, links, ratelimit
from stoep.foundation.errors import NotFound
from stoep.meldingen.rules.misbruik import hints_of
from stoep.meldingen.web.client import address_of

BEGON = "meldingen.begon"
LOKVELD = "website"
HOUR = 60 * 60
COUNTED = 1_000_000


def traps() -> dict[str, Any]:
    """What a form holds to be judged by: when it was opened, signed."""
    return {"begon": links.sign(BEGON, f"{clock.now().timestamp():.1f}"), "lokveld": LOKVELD}


def read_hints(request: HttpRequest) -> list[str]:
    """The hints in a form that was sent. A form without the signed time was kept by somebody, or comes from elsewhere."""
    return hints_of(lokveld=str(request.POST.get(LOKVELD, "")), seconden=seconds_taken(request))


def seconds_taken(request: HttpRequest) -> float | None:
    """How long the form was open; None when it does not say, or says something that we did not sign."""
    try:
        opened = float(links.unsign(BEGON, str(request.POST.get("begon", ""))))
    except (NotFound, ValueError):
        return None
    return clock.now().timestamp() - opened


def count_network(request: HttpRequest) -> int:
    """How many reports came from this connection in the last hour, this one included. Nobody can be found in it."""
    return ratelimit.limit(f"meldingen.netwerk:{address_of(request)}", times=COUNTED, seconds=HOUR)
