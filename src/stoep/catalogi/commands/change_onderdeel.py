"""Add, change or remove a part of a zaaktype: one way for all six sorts."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from stoep.catalogi.commands.concepts import take_for_part
from stoep.catalogi.commands.onderdelen import Onderdeel, check_part, refusal_for, settle_eindstatus
from stoep.catalogi.errors import TypeInUse
from stoep.catalogi.models import Statustype, Zaaktype
from stoep.foundation import audit
from stoep.toegang.actors import Actor

PartT = TypeVar("PartT", bound=Onderdeel)


def store(part: Any, fields: dict[str, Any], *, is_new: bool) -> None:
    """Check a part as it will be, and write it. Fields of several rows (resultaattypen) come after the row itself."""
    several = {field.name for field in type(part)._meta.many_to_many}
    for name, value in fields.items():
        if name not in several:
            setattr(part, name, value)
    check_part(part)
    part.save(force_insert=is_new)
    for name in several & set(fields):
        getattr(part, name).set(fields[name])
    if isinstance(part, Statustype):
        settle_eindstatus(part.zaaktype)
        part.refresh_from_db(fields=["is_eindstatus"])


@transaction.atomic
def add_onderdeel(soort: type[PartT], zaaktype_id: UUID, *, actor: Actor, **fields: Any) -> PartT:
    """Add a part. That of a published zaaktype is refused, but for a correction (ztc-010)."""
    zaaktype = take_for_part(zaaktype_id, actor=actor, refusal=refusal_for(soort))
    part = soort(zaaktype=zaaktype)
    store(part, fields, is_new=True)
    audit.record(actor, f"catalogi.add_{soort.__name__.lower()}", subject=zaaktype.ref, part=str(part.pk))
    return part


@transaction.atomic
def change_onderdeel(soort: type[PartT], part_id: UUID, *, actor: Actor, **fields: Any) -> PartT:
    """Change a part; moving it to another zaaktype asks that both may still change."""
    part = take_part(soort, part_id, actor=actor)
    moved_to = fields.pop("zaaktype_id", part.zaaktype_id)
    left: Zaaktype = part.zaaktype
    if moved_to != part.zaaktype_id:
        part.zaaktype = take_for_part(moved_to, actor=actor, refusal=refusal_for(soort))
    store(part, fields, is_new=False)
    if isinstance(part, Statustype) and moved_to != left.pk:
        settle_eindstatus(left)
    audit.record(actor, f"catalogi.change_{soort.__name__.lower()}", subject=part.zaaktype.ref, part=str(part.pk))
    return part


@transaction.atomic
def remove_onderdeel(soort: type[PartT], part_id: UUID, *, actor: Actor) -> None:
    """Remove a part, unless something relies on it."""
    part = take_part(soort, part_id, actor=actor, right="catalogi.force_destroy")
    zaaktype: Zaaktype = part.zaaktype
    try:
        with transaction.atomic():
            part.delete()
    except ProtectedError:
        raise TypeInUse(omschrijving=str(part)) from None
    settle_eindstatus(zaaktype)
    audit.record(actor, f"catalogi.remove_{soort.__name__.lower()}", subject=zaaktype.ref, part=str(part_id))


def take_part(soort: type[PartT], part_id: UUID, *, actor: Actor, right: str = "catalogi.force") -> PartT:
    """Lock a part together with its zaaktype."""
    objects: Any = soort.objects
    part: PartT = objects.one(part_id)
    part.zaaktype = take_for_part(part.zaaktype_id, actor=actor, refusal=refusal_for(soort), right=right)
    return part
