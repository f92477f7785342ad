"""What happened to a report, as the neighbourhood reads it: plain sentences, oldest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

ZINNEN = {
    "Gemeld": ("inbox", "Iemand heeft dit gemeld."),
    "In behandeling": ("search", "Een medewerker is ermee bezig."),
    "Ingepland": ("calendar-check", "Het werk is ingepland."),
    "Reactie ontvangen": ("search", "Een medewerker is ermee bezig."),
    "Reactie gevraagd": ("message-circle-question-mark", "Wij hebben de melder iets gevraagd."),
    "Doorgezet naar extern": ("send", "Wij hebben dit aan een ander doorgegeven."),
    "Heropend": ("rotate-ccw", "Wij kijken er opnieuw naar."),
    "Geannuleerd": ("circle-x", "Dit wordt niet verder behandeld."),
    "Afgehandeld": ("circle-check", "Dit is afgehandeld."),
}
UITKOMSTEN = {
    "Opgelost": "Opgelost.",
    "Niet gevonden": "Wij hebben gekeken, maar vonden niets.",
    "Niet voor de gemeente": "Dit is niet van de gemeente. Wij hebben gezegd wie het wel doet.",
}
TONEN = {"nieuw": "info", "bezig": "busy", "gepland": "busy", "elders": "neutral", "klaar": "ok"}
STAND_ICONS = {"nieuw": "inbox", "bezig": "wrench", "gepland": "calendar-check", "elders": "send", "klaar": "check"}


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of what happened."""

    op: datetime
    icoon: str
    zin: str
    is_laatste: bool


def tell_verloop(statussen: Iterable[tuple[str, datetime]]) -> list[Regel]:
    """Tell statuses as sentences. The same sentence twice in a row is told once; an unknown status is inside work."""
    told: list[tuple[datetime, str, str]] = []
    for naam, op in sorted(statussen, key=lambda status: status[1]):
        icoon, zin = ZINNEN.get(naam, ("", ""))
        if zin and (not told or told[-1][2] != zin):
            told.append((op, icoon, zin))
    last = len(told) - 1
    return [Regel(op, icoon, zin, is_laatste=place == last) for place, (op, icoon, zin) in enumerate(told)]


def tell_verwachting(*, is_open: bool, gepland_op: date | None, norm_op: date, today: date) -> str:
    """What the neighbourhood may expect, without the date: the page adds it. "" when it is done."""
    if not is_open:
        return ""
    if gepland_op is not None and gepland_op >= today:
        return "Wij komen op"
    if norm_op < today:
        return "Dit duurt langer dan wij wilden. Wij wilden klaar zijn op"
    return "Wij verwachten klaar te zijn op"
