"""Finding zaken by words, along an index: every word must occur, or begin a word, in text, address or name."""

from __future__ import annotations

import re
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import F, Func, Q

from stoep.meldingen.models import Categorie, Melding
from stoep.toegang.actors import Actor
from stoep.zaken.models import Zaak

MOST_MATCHES = 2000
MOST_WORDS = 8
WORD = re.compile(r"[^\W_]+")


class Woorden(Func):
    """The words of some columns, written exactly as the index on them."""

    function = "to_tsvector"
    template = "to_tsvector('simple'::regconfig, %(expressions)s)"
    arg_joiner = " || ' ' || "
    output_field = SearchVectorField()


def find_zaken(text: str, actor: Actor) -> list[UUID]:
    """The newest zaken with all these words, as far as the actor may read their reports. Three queries."""
    words = WORD.findall(text.lower())[:MOST_WORDS]
    if not words:
        return []
    return list(dict.fromkeys([*by_melding(words, actor), *by_zaak(words, actor)]))


def by_melding(words: list[str], actor: Actor) -> list[UUID]:
    """Zaken whose report has all these words, or is about something that is called so."""
    names = list(Categorie.objects.values_list("pk", "naam"))
    wanted = Q()
    for word in words:
        called_so = [pk for pk, name in names if word in name.lower()]
        wanted &= Q(woorden=starts_with(word)) | Q(categorie__in=called_so)
    found = Melding.objects.visible_to(actor).alias(woorden=Woorden(F("tekst"), F("adres"), F("naam"))).filter(wanted)
    return list(found.order_by("-gemeld_op").values_list("zaak", flat=True)[:MOST_MATCHES])


def by_zaak(words: list[str], actor: Actor) -> list[UUID]:
    """Zaken whose title has all these words."""
    zaken = Zaak.objects.visible_to(actor).alias(woorden=Woorden(F("omschrijving")))
    for word in words:
        zaken = zaken.filter(woorden=starts_with(word))
    return list(zaken.order_by("-startdatum", "-id").values_list("pk", flat=True)[:MOST_MATCHES])


def starts_with(word: str) -> SearchQuery:
    """A word that begins so; `word` holds letters and digits only."""
    return SearchQuery(f"{word}:*", config="simple", search_type="raw")
