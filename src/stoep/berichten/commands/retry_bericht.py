"""Send a message that failed again."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.berichten.errors import BerichtAlreadySent
from stoep.berichten.models import Bericht, Verzendstatus
from stoep.berichten.tasks import send_one
from stoep.foundation import audit, jobs
from stoep.toegang.actors import Actor


@transaction.atomic
def retry_bericht(bericht_id: UUID, *, actor: Actor) -> Bericht:
    """Put a failed message back, after whatever was wrong has been mended."""
    bericht: Bericht = Bericht.objects.locked(bericht_id)
    actor.require("berichten.send")
    if not bericht.is_mislukt:
        raise BerichtAlreadySent
    bericht.status, bericht.pogingen, bericht.fout = Verzendstatus.TE_VERZENDEN, 0, ""
    bericht.save(update_fields=["status", "pogingen", "fout"])
    jobs.defer(send_one, bericht_id=str(bericht.pk))
    audit.record(actor, "berichten.retry", subject=bericht.ref)
    return bericht
