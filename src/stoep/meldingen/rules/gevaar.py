"""Words that mean danger go before everything else: what to do first, and the report has haste.

A phrase is found when its words stand close together, in any order, in any form (tak, takken). Words that
take the danger away ('geen gevaar', 'lamp brandt niet') silence the phrases that they overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stoep.meldingen.rules.woordstam import stem, words_of

ROOM = 3
MOST_WORDS = 700


@dataclass(frozen=True, slots=True)
class Gevaarsoort:
    """A sort of danger: its words, the words that take it away, and the categories that always mean it."""

    slug: str
    titel: str
    tekst: str
    telefoon: str = ""
    woorden: tuple[str, ...] = ()
    behalve: tuple[str, ...] = ()
    categorieen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alarm:
    """What was found: the sort of danger, and the words of the list that led to it ("" : by its category)."""

    soort: Gevaarsoort
    woord: str


def find_alarm(text: str, categorie: str, soorten: Iterable[Gevaarsoort]) -> Alarm | None:
    """The first sort of danger, in the order of the list, that words or category point at; None when none does."""
    stems = [stem(word) for word in words_of(text)[:MOST_WORDS]]
    by_category: Alarm | None = None
    for soort in soorten:
        silenced = {at for phrase in soort.behalve for at in places_of(phrase, stems)}
        for phrase in soort.woorden:
            found = places_of(phrase, stems)
            if found and not found <= silenced:
                return Alarm(soort, phrase)
        if by_category is None and categorie and categorie in soort.categorieen:
            by_category = Alarm(soort, "")
    return by_category


@lru_cache(maxsize=2_000)
def needle_of(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase."""
    return tuple(stem(word) for word in words_of(phrase))


def places_of(phrase: str, stems: Sequence[str]) -> set[int]:
    """Where in a text the words of a phrase stand, together within a short stretch; empty when they do not."""
    needle = needle_of(phrase)
    if not needle or not set(needle) <= set(stems):
        return set()
    if len(needle) == 1:
        return {at for at, one in enumerate(stems) if one == needle[0]}
    width = len(needle) + ROOM
    found: set[int] = set()
    for start in (at for at, one in enumerate(stems) if one in needle):
        window = range(start, min(start + width, len(stems)))
        if set(needle) <= {stems[at] for at in window}:
            found |= {at for at in window if stems[at] in needle}
    return found
