"""What the reporter sees of the handling: plain sentences, in the order in which things happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from stoep.meldingen.rules.statussen import Stand

GEMELD = Stand.GEMELD.value
IN_BEHANDELING = Stand.IN_BEHANDELING.value
INGEPLAND = Stand.INGEPLAND.value
REACTIE_GEVRAAGD = Stand.REACTIE_GEVRAAGD.value
AFGEHANDELD = Stand.AFGEHANDELD.value

ZINNEN = {
    Stand.GEMELD.value: ("inbox", "Wij hebben uw melding ontvangen."),
    Stand.IN_BEHANDELING.value: ("search", "Een collega is met uw melding bezig."),
    Stand.INGEPLAND.value: ("calendar-check", "Het werk is ingepland."),
    Stand.REACTIE_GEVRAAGD.value: ("message-circle-question-mark", "Wij hebben u een vraag gesteld."),
    Stand.REACTIE_ONTVANGEN.value: ("message-circle", "Wij gaan verder met uw melding."),
    Stand.DOORGEZET.value: ("send", "Een bedrijf doet het werk voor ons."),
    Stand.HEROPEND.value: ("rotate-ccw", "Uw melding is weer open. Wij gaan er opnieuw mee aan de slag."),
    Stand.VERZOEK.value: ("rotate-ccw", "U vroeg ons om nog eens te kijken."),
    Stand.AFGEHANDELD.value: ("circle-check", "Uw melding is afgehandeld."),
    Stand.GEANNULEERD.value: ("circle-x", "Uw melding is geannuleerd."),
}
TONEN = {
    Stand.GEMELD.value: "info",
    Stand.IN_BEHANDELING.value: "busy",
    Stand.INGEPLAND.value: "busy",
    Stand.REACTIE_GEVRAAGD.value: "warn",
    Stand.REACTIE_ONTVANGEN.value: "info",
    Stand.DOORGEZET.value: "busy",
    Stand.HEROPEND.value: "warn",
    Stand.VERZOEK.value: "warn",
    Stand.AFGEHANDELD.value: "ok",
    Stand.GEANNULEERD.value: "neutral",
}


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
    if status in (Stand.AFGEHANDELD, Stand.GEANNULEERD):
        return ""
    if status == Stand.VERZOEK:
        return "Wij lezen wat u schreef en laten u weten wat wij doen."
    if status == REACTIE_GEVRAAGD:
        return "Wij gaan verder als u onze vraag hebt beantwoord."
    if gepland_op is not None and gepland_op >= today:
        return "Wij komen op"
    if verwacht_op < today:
        return "Dit duurt langer dan wij wilden. Wij wilden klaar zijn op"
    return "Wij verwachten klaar te zijn op"
