"""What sturing does when something happened to a report or its zaak: count that report anew."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.meldingen.events import MeldingEvent
from stoep.sturing.commands import count_meldingen
from stoep.zaken.events import ZaakEvent


def on_melding_changed(events: Sequence[MeldingEvent | ZaakEvent]) -> None:
    """Count the reports of these events as they are now: hearing an event again changes nothing."""
    count_meldingen({event.zaak_id for event in events})


on_melding_changed.handles_many = True  # type: ignore[attr-defined]
