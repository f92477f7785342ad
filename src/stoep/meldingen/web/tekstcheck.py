"""Advice beside what a handler writes: how easily it reads, and whether it holds data of a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from stoep.berichten.ports import afzender
from stoep.berichten.rules.leesbaarheid import Opmerking, read_text
from stoep.berichten.rules.persoonsgegevens import Vondst, find_persoonsgegevens
from stoep.foundation.web.forms import visible
from stoep.foundation.web.permissions import requires
from stoep.meldingen import queries
from stoep.meldingen.models import Melding
from stoep.meldingen.rules.tekst import LONGEST_TEKST
from stoep.toegang.web.actors import ActorRequest

PRIVACY = "persoonsgegeven"


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of the text; `soort` is "" where there is nothing to say."""

    tekst: str
    soort: str = ""
    advies: str = ""


@dataclass(frozen=True, slots=True)
class Tekstcheck:
    """A text with what can be said about it."""

    stukken: Sequence[Stuk]
    opmerkingen: Sequence[Opmerking]
    vondsten: Sequence[Vondst]

    @property
    def is_goed(self) -> bool:
        """True when there is nothing to say."""
        return not self.opmerkingen and not self.vondsten


def check_text(tekst: str, melding: Melding | None = None) -> Tekstcheck:
    """Read a text as a resident would, and look for data of persons. What the reporter knows already may stand there."""
    vondsten = find_of_others(tekst, melding)
    opmerkingen = read_text(tekst)
    marks = [(one.van, one.tot, PRIVACY, one.soort.value) for one in vondsten]
    marks += [
        (one.van, one.tot, one.soort.value, one.advies)
        for one in sorted(opmerkingen, key=lambda one: one.tot - one.van)
    ]
    return Tekstcheck(cut_up(tekst, marks), opmerkingen, vondsten)


def find_of_others(tekst: str, melding: Melding | None) -> list[Vondst]:
    """Data of persons, without those of the reporter who gets the message and of ourselves."""
    known = [afzender().telefoon, afzender().adres]
    if melding is not None:
        known += [melding.naam, melding.email, melding.telefoon, melding.adres]
    return find_persoonsgegevens(tekst, known=known)


def cut_up(tekst: str, marks: Sequence[tuple[int, int, str, str]]) -> list[Stuk]:
    """The text in pieces, marked or not. Of marks that overlap the first of the list stays."""
    chosen: list[tuple[int, int, str, str]] = []
    for mark in marks:
        if not any(mark[0] < other[1] and other[0] < mark[1] for other in chosen):
            chosen.append(mark)
    pieces, at = [], 0
    for van, tot, soort, advies in sorted(chosen):
        pieces.append(Stuk(tekst[at:van]))
        pieces.append(Stuk(tekst[van:tot], soort, advies))
        at = tot
    pieces.append(Stuk(tekst[at:]))
    return [piece for piece in pieces if piece.tekst]


@requires("meldingen.read")
@require_POST
def live(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """The advice about a text that is being written, as a piece of page. Nothing is kept."""
    melding = queries.get_melding(melding_id, request.actor)
    tekst = visible(str(request.POST.get("tekst", "")))[:LONGEST_TEKST].replace("\r\n", "\n")
    return render(request, "meldingen/acts/tekstcheck.html", {"check": check_text(tekst, melding)})
