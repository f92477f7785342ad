"""Take a report off a round."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.buitendienst.commands.ordering import store_order
from stoep.buitendienst.commands.taking import take_ronde
from stoep.buitendienst.errors import StopAlreadyDone
from stoep.buitendienst.models import Rondestop
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def remove_stop(stop_id: UUID | str, *, actor: Actor) -> None:
    """Take off a stop where nothing has been done yet. The report itself is untouched."""
    stop: Rondestop = Rondestop.objects.one(stop_id)
    ronde = take_ronde(stop.ronde_id, actor=actor)
    stop = Rondestop.objects.locked(stop_id)
    if stop.is_done:
        raise StopAlreadyDone
    audit.record(actor, "buitendienst.remove_stop", subject=stop.ref, melding=str(stop.melding_id))
    stop.delete()
    store_order(list(ronde.stops.all()))
