"""The first page of the day: what waits, what asks action today, what is going on."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from stoep.foundation import clock
from stoep.foundation.web.permissions import requires_login
from stoep.kennisbank import queries as kennisbank
from stoep.kennisbank.models import Kanaal
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek import queries
from stoep.werkplek.queries.werklijst import Werkregel, whole
from stoep.werkplek.wensen import Bereik, Plek, Wens

SHOWN = 8
RECENT = 5
URGENT = Wens(termijn=("te-laat", "vandaag"))
LATE = Wens(termijn=("te-laat",))
UNCLAIMED = Wens(wie="niemand")
MOST = 1000


@requires_login
def start(request: ActorRequest) -> HttpResponse:
    """Counts, today's work, notices and what one worked on last."""
    medewerker = medewerker_of(request.actor)
    context: dict[str, Any] = {
        "vandaag": clock.today(),
        "mededelingen": kennisbank.current_mededelingen(Kanaal.WERKPLEK, clock.now()),
        "medewerker": medewerker,
        "mag_zaken": request.actor.may("zaken.read"),
    }
    if context["mag_zaken"]:
        mine = queries.find_bereik(Plek.MIJN, medewerker)
        team = queries.find_bereik(Plek.TEAM, medewerker)
        context |= {
            "actie": rows(request, URGENT, mine, SHOWN),
            "recent": recent(request, mine),
            "tellers": {
                "mijn": count(request, Wens(), mine),
                "actie": count(request, URGENT, mine),
                "laat": count(request, LATE, team),
                "niemand": count(request, UNCLAIMED, team),
            },
        }
    return render(request, "werkplek/start.html", context)


def rows(request: ActorRequest, wens: Wens, bereik: Bereik, most: int) -> list[Werkregel]:
    """The first rows of a list."""
    return queries.with_meldingen(whole(queries.select_zaken(request.actor, wens, bereik))[:most], request.actor)


def recent(request: ActorRequest, bereik: Bereik) -> list[Werkregel]:
    """What changed last of one's own work, closed zaken too."""
    zaken = queries.select_zaken(request.actor, Wens(stand="alle"), bereik)
    return queries.with_meldingen(whole(zaken).order_by("-laatst_gewijzigd", "-id")[:RECENT], request.actor)


def count(request: ActorRequest, wens: Wens, bereik: Bereik) -> str:
    """How many, counted no further than anybody reads."""
    found = queries.select_zaken(request.actor, wens, bereik).order_by()[:MOST].count()
    return queries.show_count(found) or "0"


@requires_login
def search(request: ActorRequest) -> HttpResponse:
    """Search everything; an exact number goes straight to its zaak."""
    text = str(request.GET.get("q", "")).strip()
    exact = queries.find_exact(text, request.actor) if text else None
    if exact is not None:
        return redirect("werkplek:zaak", exact)
    found = queries.search(text, request.actor)
    return render(request, "werkplek/zoeken.html", {"search_text": text, "gevonden": found})
