"""Take a round for an act: how each command begins."""

from __future__ import annotations

from uuid import UUID

from stoep.buitendienst.models import Ronde
from stoep.foundation.errors import NotFound
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor, ActorKind


def take_ronde(ronde_id: UUID | str, *, actor: Actor) -> Ronde:
    """Lock a round that is one's own, or that one may plan. Raises NotFound for that of another."""
    ronde: Ronde = Ronde.objects.select_related("medewerker").locked(ronde_id)
    require_ronde_of(ronde.medewerker_id, actor=actor)
    return ronde


def require_ronde_of(medewerker_id: UUID, *, actor: Actor) -> None:
    """Refuse who may neither walk this round nor plan it. Raises NotAllowed or NotFound."""
    if actor.kind is ActorKind.SYSTEM or actor.may("buitendienst.plan"):
        return
    actor.require("buitendienst.walk")
    medewerker = medewerker_of(actor)
    if medewerker is None or medewerker.pk != medewerker_id:
        raise NotFound
