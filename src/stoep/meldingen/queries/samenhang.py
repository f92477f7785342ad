"""All that hangs together with a report, for the page on which it is handled. A fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stoep.meldingen.models import Golf, Melding, Misbruik
from stoep.meldingen.queries.kandidaten import Kandidaat, find_kandidaten
from stoep.meldingen.queries.samen import bekijkers, deelmeldingen, followers_count, hoofdmelding
from stoep.toegang.actors import Actor

MOST_PARTS = 12
MOST_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class MetElkaar:
    """What hangs together with a report."""

    hoofd: Melding | None
    delen: Sequence[Melding]
    aantal_delen: int
    golf: Golf | None
    volgers: int
    kandidaten: Sequence[Kandidaat]
    bekijkers: Sequence[str]
    verdacht: bool


def show_met_elkaar(melding: Melding, actor: Actor) -> MetElkaar:
    """Gather it. A handled report is offered no candidates any more."""
    delen = list(deelmeldingen(melding))
    kandidaten = [] if melding.zaak.is_closed else find_kandidaten(melding, actor, limit=MOST_CANDIDATES)
    return MetElkaar(
        hoofd=hoofdmelding(melding),
        delen=delen[:MOST_PARTS],
        aantal_delen=len(delen),
        golf=Golf.objects.filter(pk=melding.golf_id).first() if melding.golf_id else None,
        volgers=followers_count(melding),
        kandidaten=kandidaten,
        bekijkers=bekijkers(melding, actor=actor),
        verdacht=melding.misbruik == Misbruik.MOGELIJK,
    )
