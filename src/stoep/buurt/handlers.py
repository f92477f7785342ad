"""What buurt does when something happened to a report or its zaak: publish that report anew."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.buurt.commands import publish_meldingen
from stoep.meldingen.events import MeldingEvent
from stoep.zaken.events import ZaakEvent


def on_melding_changed(events: Sequence[MeldingEvent | ZaakEvent]) -> None:
    """Publish the reports of these events as they are now: hearing an event again changes nothing."""
    publish_meldingen({event.zaak_id for event in events})


on_melding_changed.handles_many = True  # type: ignore[attr-defined]
