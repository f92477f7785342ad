"""What sturing does: count a report anew when something happened to it, its zaak or an order; mark a changed category."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.meldingen.events import CategorieChanged, MeldingEvent
from stoep.opdrachten.events import OpdrachtEvent
from stoep.sturing.commands import count_meldingen, mark_wijziging
from stoep.zaken.events import ZaakEvent


def on_melding_changed(events: Sequence[MeldingEvent | OpdrachtEvent | ZaakEvent]) -> None:
    """Count the reports of these events as they are now: hearing an event again changes nothing."""
    count_meldingen({event.zaak_id for event in events})


on_melding_changed.handles_many = True  # type: ignore[attr-defined]


def on_categorie_changed(event: CategorieChanged) -> None:
    """Mark the day; of two categories that became one, both."""
    slugs = {event.categorie} | ({event.opvolger} - {""})
    mark_wijziging(dag=event.dag, categorieen=slugs, wat=event.wat)
