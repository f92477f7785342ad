"""Searching from the box on top: a number goes straight to its zaak, words find zaken, people and answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from wagtail.models import Page

from stoep.meldingen.models import Melding
from stoep.meldingen.rules.nummers import read_nummer
from stoep.organisatie.models import Medewerker
from stoep.organisatie.queries import list_medewerkers
from stoep.toegang.actors import Actor
from stoep.werkplek.queries.werklijst import Werkregel, with_meldingen
from stoep.werkplek.queries.woorden import find_zaken
from stoep.zaken.models import Zaak

MOST = 20
SHORTEST = 2
LONGEST = 200
ZAAKNUMMER = re.compile(r"^\s*(?:zaak[\s-]*)?(\d{4})[\s-]+0*(\d{1,9})\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gevonden:
    """What belongs to some words, each as far as this actor may see it."""

    zaken: list[Werkregel]
    antwoorden: list[Page]
    collegas: list[Medewerker]

    @property
    def aantal(self) -> int:
        """How much was found."""
        return len(self.zaken) + len(self.antwoorden) + len(self.collegas)


def find_exact(text: str, actor: Actor) -> UUID | None:
    """The zaak of a number as people type it: ZAAK-2026-000123, 2026-123, M-7K3Q9D. None when it is no number."""
    zaken = Zaak.objects.visible_to(actor)
    found = ZAAKNUMMER.match(text)
    if found:
        written = f"ZAAK-{found[1]}-{int(found[2]):06}"
        key: UUID | None = zaken.filter(identificatie=written).values_list("pk", flat=True).first()
        return key
    by_name = zaken.filter(identificatie=text.strip().upper()[:40]).values_list("pk", flat=True).first()
    if by_name:
        return UUID(str(by_name))
    nummer = read_nummer(text)
    if nummer:
        meldingen = Melding.objects.visible_to(actor).filter(meldernummer=nummer, zaak__in=zaken)
        return meldingen.values_list("zaak", flat=True).first()
    return None


def search(text: str, actor: Actor) -> Gevonden:
    """Search zaken, answers and colleagues. Words of which one letter is known find nothing."""
    query = " ".join(text.split())[:LONGEST]
    if len(query) < SHORTEST:
        return Gevonden([], [], [])
    return Gevonden(
        zaken=search_zaken(query, actor),
        antwoorden=search_pages(query),
        collegas=list(list_medewerkers(search=query)[:MOST]),
    )


def search_zaken(query: str, actor: Actor) -> list[Werkregel]:
    """The newest zaken with all these words in title, text, address or the name of the reporter."""
    if not actor.may("zaken.read"):
        return []
    zaken = Zaak.objects.visible_to(actor).filter(pk__in=find_zaken(query, actor))
    newest = zaken.select_related("statustype", "behandelaar", "groep").order_by("-startdatum", "-id")[:MOST]
    return with_meldingen(newest, actor)


def search_pages(query: str) -> list[Page]:
    """Live pages of the site: products, answers, news. All words, else any word, else how words begin."""
    live = Page.objects.live().public()
    found = list(live.search(query, operator="and")[:MOST]) or list(live.search(query, operator="or")[:MOST])
    return found or list(live.autocomplete(query, operator="or")[:MOST])
