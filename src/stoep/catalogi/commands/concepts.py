"""Taking a type that may still change: a concept, or a published one by who may correct those."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from stoep.catalogi.errors import NonConceptZaaktype, TypeNotConcept
from stoep.catalogi.models import Besluittype, Informatieobjecttype, Zaaktype
from stoep.toegang.actors import Actor, ActorKind

TypeT = TypeVar("TypeT", Zaaktype, Informatieobjecttype, Besluittype)


def may_correct(actor: Actor, right: str = "catalogi.force") -> bool:
    """Whether this actor may change what is published. Stoep itself never does, whatever it may."""
    return actor.kind is not ActorKind.SYSTEM and actor.may(right)


def require_manage(actor: Actor, right: str = "catalogi.force") -> None:
    """Refuse who may neither manage types nor correct published ones."""
    if not may_correct(actor, right):
        actor.require("catalogi.manage")


def take_type(model: type[TypeT], type_id: UUID, *, actor: Actor, right: str = "catalogi.force") -> TypeT:
    """Lock a type for changing it. A published one is corrected only with a right for that (ztc-009)."""
    objects: Any = model.objects
    taken: TypeT = objects.locked(type_id)
    require_manage(actor, right)
    if not taken.concept and not may_correct(actor, right):
        raise TypeNotConcept(omschrijving=taken.omschrijving)
    return taken


def take_concept(zaaktype_id: UUID, *, actor: Actor) -> Zaaktype:
    """Lock a concept for publishing it."""
    zaaktype: Zaaktype = Zaaktype.objects.locked(zaaktype_id)
    actor.require("catalogi.manage")
    if not zaaktype.concept:
        raise TypeNotConcept(omschrijving=zaaktype.omschrijving)
    return zaaktype


def take_for_part(
    zaaktype_id: UUID,
    *,
    actor: Actor,
    refusal: type[TypeNotConcept] = NonConceptZaaktype,
    right: str = "catalogi.force",
) -> Zaaktype:
    """Lock a zaaktype for changing its parts; those of a published one no longer change (ztc-010)."""
    zaaktype: Zaaktype = Zaaktype.objects.locked(zaaktype_id)
    require_manage(actor, right)
    if not zaaktype.concept and not may_correct(actor, right):
        raise refusal(omschrijving=zaaktype.omschrijving)
    return zaaktype
