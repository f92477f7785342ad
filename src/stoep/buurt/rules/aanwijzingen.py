"""A text that waits for release, in pieces: what may say who somebody is, is marked for the person who releases it.

What is looked for stands in `berichten.rules.persoonsgegevens`; here it says too much rather than too little.
"""

from __future__ import annotations

from dataclasses import dataclass

from stoep.berichten.rules.persoonsgegevens import Vondst, find_persoonsgegevens, mask


@dataclass(frozen=True, slots=True)
class Deel:
    """A piece of the text as it is shown; `soort` is "" where nothing was seen."""

    tekst: str
    soort: str


def find_aanwijzingen(tekst: str) -> list[Vondst]:
    """What in the text may say who somebody is, in order, without overlap."""
    return find_persoonsgegevens(tekst, ruim=True)


def in_delen(tekst: str) -> list[Deel]:
    """The whole text in pieces, so that a page can mark what was seen."""
    delen, place = [], 0
    for one in find_aanwijzingen(tekst):
        if one.van > place:
            delen.append(Deel(tekst[place : one.van], ""))
        delen.append(Deel(tekst[one.van : one.tot], one.soort.value))
        place = one.tot
    if place < len(tekst):
        delen.append(Deel(tekst[place:], ""))
    return delen


def without_aanwijzingen(tekst: str) -> str:
    """The text with a word in the place of what was seen: `[naam]`."""
    return mask(tekst, find_aanwijzingen(tekst))
