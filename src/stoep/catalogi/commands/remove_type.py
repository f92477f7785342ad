"""Remove a version of a zaaktype, document type or decision type."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from stoep.catalogi.commands.change_type import event_of
from stoep.catalogi.commands.concepts import take_type
from stoep.catalogi.errors import TypeInUse
from stoep.catalogi.models import Besluittype, Informatieobjecttype, Zaaktype
from stoep.foundation import audit, outbox
from stoep.toegang.actors import Actor

RIGHT = "catalogi.force_destroy"


@transaction.atomic
def remove_zaaktype(zaaktype_id: UUID, *, actor: Actor) -> None:
    """Remove a concept with all its parts; a published one only by who has a right for that (ztc-009)."""
    zaaktype = take_type(Zaaktype, zaaktype_id, actor=actor, right=RIGHT)
    parts = [zaaktype.eigenschappen, zaaktype.zaakobjecttypen, zaaktype.zaaktypeinformatieobjecttypen]
    destroy(zaaktype, [*parts, zaaktype.resultaattypen, zaaktype.statustypen, zaaktype.roltypen], actor=actor)


@transaction.atomic
def remove_informatieobjecttype(type_id: UUID, *, actor: Actor) -> None:
    """Remove a concept; a published one only by who has a right for that (ztc-009)."""
    destroy(take_type(Informatieobjecttype, type_id, actor=actor, right=RIGHT), [], actor=actor)


@transaction.atomic
def remove_besluittype(type_id: UUID, *, actor: Actor) -> None:
    """Remove a concept; a published one only by who has a right for that (ztc-009)."""
    destroy(take_type(Besluittype, type_id, actor=actor, right=RIGHT), [], actor=actor)


def destroy(taken: Any, parts: list[Any], *, actor: Actor) -> None:
    """Delete a type after its parts, unless dossiers rely on it."""
    ref, event = taken.ref, event_of(taken, "destroy")
    try:
        with transaction.atomic():
            for each in parts:
                each.all().delete()
            taken.delete()
    except ProtectedError:
        raise TypeInUse(omschrijving=taken.omschrijving) from None
    audit.record(actor, f"catalogi.remove_{ref.kind}", subject=ref)
    outbox.publish(event)
