"""What buurt does when something happened to a report or its zaak."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.buurt.commands import forget_vrijgaven, publish_meldingen, queue_vrijgaven
from stoep.meldingen.events import MeldingAnonymised, MeldingEvent
from stoep.zaken.events import ZaakEvent


def on_melding_changed(events: Sequence[MeldingEvent | ZaakEvent]) -> None:
    """Publish the reports of these events as they are now: hearing an event again changes nothing."""
    zaak_ids = {event.zaak_id for event in events}
    publish_meldingen(zaak_ids)
    queue_vrijgaven(zaak_ids)


on_melding_changed.handles_many = True  # type: ignore[attr-defined]


def on_melding_anonymised(event: MeldingAnonymised) -> None:
    """Words and photos of this report are nobody's any more."""
    forget_vrijgaven([event.zaak_id])
