"""What sturing does when something happened to a report, its zaak or an order for it: count that report anew."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.meldingen.events import MeldingEvent
from stoep.opdrachten.events import OpdrachtEvent
from stoep.sturing.commands import count_meldingen
from stoep.zaken.events import ZaakEvent


def on_melding_changed(events: Sequence[MeldingEvent | OpdrachtEvent | ZaakEvent]) -> None:
    """Count the reports of these events as they are now: hearing an event again changes nothing."""
    count_meldingen({event.zaak_id for event in events})


on_melding_changed.handles_many = True  # type: ignore[attr-defined]
