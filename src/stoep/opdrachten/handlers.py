"""What opdrachten does when something happened in a lower domain."""

from __future__ import annotations

from uuid import UUID

from stoep.berichten.events import BerichtFailed
from stoep.foundation.ref import Ref
from stoep.meldingen.events import MeldingMerged, MeldingReturned
from stoep.opdrachten.commands import close_with_melding, note_mail_failed, withdraw_double, withdraw_with_melding
from stoep.zaken.events import ZaakClosed


def on_zaak_closed(event: ZaakClosed) -> None:
    """A report was closed: what still runs with a contractor stops, and the contractor hears so."""
    close_with_melding(event.zaak_id)


def on_melding_returned(event: MeldingReturned) -> None:
    """A colleague took a report back from outside: its order stops, unless the contractor had given it back itself."""
    withdraw_with_melding(event.melding_id)


def on_melding_merged(event: MeldingMerged) -> None:
    """A report became part of another: where both are with a contractor, one order is enough."""
    withdraw_double(event.melding_id, hoofd_id=event.hoofd_id)


def on_bericht_failed(event: BerichtFailed) -> None:
    """A mail about an order did not go out: it waits for us, with a mark."""
    about = Ref.parse(event.betreft)
    if about.kind == "opdracht":
        note_mail_failed(UUID(about.id))
