"""Finding zaken by words, along an index: every word must occur, or begin a word, in text, address or name.

A word that hundreds of thousands have would cost seconds to sort. So first a few thousand are read in no order; only when there
are more, the newest are looked for in the last weeks, then further back.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import F, Func, Q, QuerySet

from stoep.foundation import clock
from stoep.meldingen.models import Categorie, Melding
from stoep.toegang.actors import Actor
from stoep.zaken.models import Zaak

MOST_MATCHES = 2000
MOST_WORDS = 8
WEEKS_BACK = (4, 16, 64)
WORD = re.compile(r"[^\W_]+")


class Woorden(Func):
    """The words of some columns, written exactly as the index on them."""

    function = "to_tsvector"
    template = "to_tsvector('simple'::regconfig, %(expressions)s)"
    arg_joiner = " || ' ' || "
    output_field = SearchVectorField()


def find_zaken(text: str, actor: Actor) -> list[UUID]:
    """The newest zaken with all these words, as far as the actor may read their reports. Three queries, more for a common word."""
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
    return newest(found, "zaak", "gemeld_op", "pk")


def by_zaak(words: list[str], actor: Actor) -> list[UUID]:
    """Zaken whose title has all these words."""
    zaken = Zaak.objects.visible_to(actor).alias(woorden=Woorden(F("omschrijving")))
    for word in words:
        zaken = zaken.filter(woorden=starts_with(word))
    return newest(zaken, "pk", "startdatum", "pk")


def newest(found: QuerySet[Any], key: str, day: str, last: str) -> list[UUID]:
    """The keys of the newest, at most so many. All of them are the newest when there are no more."""
    keys = list(found.order_by().values_list(key, flat=True)[: MOST_MATCHES + 1])
    if len(keys) <= MOST_MATCHES:
        return keys
    ordered = found.order_by(f"-{day}", f"-{last}").values_list(key, flat=True)
    for weeks in WEEKS_BACK:
        since = clock.now() - timedelta(weeks=weeks)
        keys = list(ordered.filter(**{f"{day}__gte": since if day == "gemeld_op" else since.date()})[:MOST_MATCHES])
        if len(keys) == MOST_MATCHES:
            return keys
    return list(ordered[:MOST_MATCHES])


def starts_with(word: str) -> SearchQuery:
    """A word that begins so; `word` holds letters and digits only."""
    return SearchQuery(f"{word}:*", config="simple", search_type="raw")
