"""How likely it is that two reports say the same, with the reasons in words. Pure.

A hundred points in all: distance 40, subject 30, time 15, words 15. Two reports about the same lamp post or container
weigh more than anything else; about two different ones they are seldom the same. Nobody is judged by it: it only orders what a
colleague looks at, and says why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

DISTANCE, SUBJECT, TIME, WORDS = 40, 30, 15, 15
SAME_HEADING = 12
SAME_OBJECT = 100
OTHER_OBJECT = -50
LEAST = 35
FAR_METRES = 200.0
FAR_DAYS = 45.0
WORD = re.compile(r"[a-zà-ÿ]{4,}")
EMPTY = frozenset(
    [
        "deze",
        "maar",
        "voor",
        "naast",
        "niet",
        "geen",
        "heel",
        "nog",
        "weer",
        "echt",
        "daar",
        "hier",
        "graag",
        "bent",
        "kunt",
        "hebt",
        "zijn",
        "wordt",
        "worden",
        "staat",
        "ligt",
        "straat",
        "stoep",
        "plek",
        "melding",
        "gemeente",
        "meer",
        "veel",
        "tegen",
        "onder",
        "boven",
        "achter",
        "onze",
        "mijn",
        "zeer",
        "over",
        "door",
        "vanaf",
    ]
)


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """What is compared of a report."""

    categorie: str
    hoofdcategorie: str
    gemeld_op: datetime
    tekst: str = field(default="", repr=False)
    objectlaag: str = ""
    objectnummer: str = ""


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """How alike two reports are, from 0 to 100, or up to 200 when they are about the same object; and why."""

    punten: int
    redenen: tuple[str, ...]

    @property
    def van_honderd(self) -> int:
        """The points as people read them."""
        return max(0, min(self.punten, 100))

    @property
    def is_likely(self) -> bool:
        """True when it is worth a look."""
        return self.punten >= LEAST


def compare(een: Vergeleken, ander: Vergeleken, meters: float) -> Gelijkenis:
    """Compare two reports that lie this far apart."""
    redenen: list[str] = []
    nearness = max(0.0, 1 - meters / FAR_METRES)
    punten = DISTANCE * nearness
    if een.objectnummer and een.objectlaag == ander.objectlaag and ander.objectnummer:
        is_same = een.objectnummer == ander.objectnummer
        punten += SAME_OBJECT if is_same else OTHER_OBJECT
        redenen.append(f"{'zelfde' if is_same else 'ander'} object: {ander.objectnummer}")
    redenen.append("op dezelfde plek" if meters < 2 else f"{round(meters)} meter uit elkaar")  # noqa: PLR2004
    if een.categorie == ander.categorie:
        punten += SUBJECT
        redenen.append("zelfde onderwerp")
    elif een.hoofdcategorie and een.hoofdcategorie == ander.hoofdcategorie:
        punten += SAME_HEADING
        redenen.append("verwant onderwerp")
    days = abs((een.gemeld_op - ander.gemeld_op).total_seconds()) / 86_400
    punten += TIME * max(0.0, 1 - days / FAR_DAYS)
    redenen.append(say_days(days))
    shared = words_of(een.tekst) & words_of(ander.tekst)
    if shared:
        smallest = min(len(words_of(een.tekst)), len(words_of(ander.tekst)))
        punten += WORDS * min(1.0, len(shared) / max(1, min(smallest, 5)))
        redenen.append("zelfde woorden: " + ", ".join(sorted(shared)[:4]))
    return Gelijkenis(round(punten), tuple(redenen))


def say_days(days: float) -> str:
    """How far apart in time."""
    whole = round(days)
    if days < 1:
        return "binnen een dag"
    return "1 dag ertussen" if whole == 1 else f"{whole} dagen ertussen"


def words_of(tekst: str) -> frozenset[str]:
    """The words that say something."""
    return frozenset(WORD.findall(tekst.lower())) - EMPTY
