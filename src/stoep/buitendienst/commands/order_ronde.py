"""Put a round in order along a route."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.buitendienst.commands.ordering import order_along_route
from stoep.buitendienst.commands.taking import take_ronde
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def order_ronde(ronde_id: UUID | str, *, actor: Actor) -> None:
    """Order what is still to be done along a short way; from now on additions are put in order too."""
    ronde = take_ronde(ronde_id, actor=actor)
    ronde.zelf_geordend = False
    ronde.save(update_fields=["zelf_geordend"])
    order_along_route(ronde)
    audit.record(actor, "buitendienst.order_ronde", subject=ronde.ref)
