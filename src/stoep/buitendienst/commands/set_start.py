"""Say where a round begins."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.buitendienst.commands.ordering import order_along_route
from stoep.buitendienst.commands.taking import take_ronde
from stoep.buitendienst.models import Ronde
from stoep.foundation import audit
from stoep.foundation.geo import Point
from stoep.toegang.actors import Actor


@transaction.atomic
def set_start(ronde_id: UUID | str, *, point: Point, naam: str, actor: Actor) -> Ronde:
    """Begin at a yard or at one's own place; unless the order was chosen by hand it is made anew."""
    ronde = take_ronde(ronde_id, actor=actor)
    point.to_rd()
    ronde.lon, ronde.lat, ronde.start = point.lon, point.lat, " ".join(naam.split())[:80]
    ronde.save(update_fields=["lon", "lat", "start"])
    if not ronde.zelf_geordend:
        order_along_route(ronde)
    audit.record(actor, "buitendienst.set_start", subject=ronde.ref)
    return ronde
