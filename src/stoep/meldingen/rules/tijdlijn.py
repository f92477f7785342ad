"""What the reporter sees of the handling: plain sentences, in the order in which things happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

GEMELD = "Gemeld"
IN_BEHANDELING = "In behandeling"
INGEPLAND = "Ingepland"
REACTIE_GEVRAAGD = "Reactie gevraagd"
AFGEHANDELD = "Afgehandeld"

ZINNEN = {
    GEMELD: ("inbox", "Wij hebben uw melding ontvangen."),
    IN_BEHANDELING: ("search", "Een collega is met uw melding bezig."),
    INGEPLAND: ("calendar-check", "Het werk is ingepland."),
    REACTIE_GEVRAAGD: ("message-circle-question-mark", "Wij hebben u een vraag gesteld."),
    AFGEHANDELD: ("circle-check", "Uw melding is afgehandeld."),
}
TONEN = {GEMELD: "info", IN_BEHANDELING: "busy", INGEPLAND: "busy", REACTIE_GEVRAAGD: "warn", AFGEHANDELD: "ok"}


@dataclass(frozen=True, slots=True)
class StatusGezet:
    """A status of the zaak: its name and when it was set."""

    naam: str
    op: datetime


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of the timeline."""

    op: datetime
    icoon: str
    zin: str
    is_laatste: bool


def tell_tijdlijn(statussen: Iterable[StatusGezet]) -> list[Regel]:
    """Tell the statuses as sentences, oldest first; the last one is where the report is now.

    A status that follows itself is told once: the reporter sees no internal moves.
    """
    rows: list[StatusGezet] = []
    for status in sorted(statussen, key=lambda status: status.op):
        if status.naam in ZINNEN and (not rows or rows[-1].naam != status.naam):
            rows.append(status)
    last = len(rows) - 1
    return [
        Regel(op=row.op, icoon=ZINNEN[row.naam][0], zin=ZINNEN[row.naam][1], is_laatste=place == last)
        for place, row in enumerate(rows)
    ]


def tell_verwachting(*, status: str, gepland_op: date | None, verwacht_op: date, today: date) -> str:
    """What the reporter may expect, as a sentence without the date (the page adds it), or "" when it is done."""
    if status == AFGEHANDELD:
        return ""
    if status == REACTIE_GEVRAAGD:
        return "Wij gaan verder als u onze vraag hebt beantwoord."
    if gepland_op is not None and gepland_op >= today:
        return "Wij komen op"
    if verwacht_op < today:
        return "Dit duurt langer dan wij wilden. Wij wilden klaar zijn op"
    return "Wij verwachten klaar te zijn op"
