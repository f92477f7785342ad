"""Taking a zaaktype that may still change."""

from __future__ import annotations

from uuid import UUID

from stoep.catalogi.errors import TypeNotConcept
from stoep.catalogi.models import Zaaktype
from stoep.toegang.actors import Actor


def take_concept(zaaktype_id: UUID, *, actor: Actor) -> Zaaktype:
    """Lock a zaaktype for changing its parts. A published zaaktype no longer changes (ztc-010)."""
    zaaktype = Zaaktype.objects.locked(zaaktype_id)
    actor.require("catalogi.manage")
    if not zaaktype.concept:
        raise TypeNotConcept(omschrijving=zaaktype.omschrijving)
    return zaaktype
