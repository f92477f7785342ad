"""What zaken does when something happened in a lower domain."""

from __future__ import annotations

from uuid import UUID

from stoep.berichten.events import BerichtFailed, BerichtSent
from stoep.berichten.models import Bericht
from stoep.foundation import clock
from stoep.foundation.ref import Ref
from stoep.toegang.actors import SYSTEM
from stoep.zaken.commands import record_gebeurtenis


def on_bericht_sent(event: BerichtSent) -> None:
    """Write in the history of a zaak that a message about it went out."""
    tell(event.betreft, event.bericht_id, "bericht_verstuurd")


def on_bericht_failed(event: BerichtFailed) -> None:
    """Write in the history of a zaak that a message about it did not go out, so that somebody calls."""
    tell(event.betreft, event.bericht_id, "bericht_mislukt")


def tell(betreft: str, bericht_id: UUID, soort: str) -> None:
    """Add a line when the message is about a zaak."""
    about = Ref.parse(betreft)
    if about.kind != "zaak":
        return
    bericht: Bericht = Bericht.objects.one(bericht_id)
    waarden = {"bericht": str(bericht.pk), "onderwerp": bericht.onderwerp, "soort": bericht.soort}
    with clock.at(bericht.verzonden_op or clock.now()):  # the line tells when it went out, not when we heard of it
        record_gebeurtenis(UUID(about.id), soort=soort, waarden=waarden, actor=SYSTEM)
