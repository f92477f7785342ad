"""Visit a stop earlier or later."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.buitendienst.commands.ordering import store_order
from stoep.buitendienst.commands.taking import take_ronde
from stoep.buitendienst.models import Rondestop
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def move_stop(stop_id: UUID | str, *, omhoog: bool, actor: Actor) -> None:
    """Change places with the neighbour; the first goes no higher and the last no lower."""
    stop: Rondestop = Rondestop.objects.one(stop_id)
    ronde = take_ronde(stop.ronde_id, actor=actor)
    stops = list(ronde.stops.all())
    here = next((place for place, one in enumerate(stops) if one.pk == stop.pk), 0)
    there = min(max(here + (-1 if omhoog else 1), 0), len(stops) - 1)
    if here == there:
        return
    stops[here], stops[there] = stops[there], stops[here]
    store_order(stops)
    ronde.zelf_geordend = True
    ronde.save(update_fields=["zelf_geordend"])
    audit.record(actor, "buitendienst.move_stop", subject=stop.ref)
