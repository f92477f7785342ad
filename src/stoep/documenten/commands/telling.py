"""What every change of a document leaves behind: a line in each log, and an event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from stoep.documenten.events import DocumentPartChanged
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation import audit, outbox
from stoep.foundation.ref import Ref
from stoep.toegang.actors import Actor

# A lock is a secret of who edits; the rest says nothing about the document.
UNTOLD = frozenset({"lock", "locked_door", "locked_op", "laatste_versie_id", "informatieobject_id"})


def values_of(document: EnkelvoudigInformatieobject) -> dict[str, Any]:
    """What a document says now, for the audittrail."""
    return {**row_values(document.laatste_versie), **row_values(document)}


def row_values(row: models.Model) -> dict[str, Any]:
    """The values of one row, by name."""
    fields = row._meta.concrete_fields
    return {field.attname: getattr(row, field.attname) for field in fields if field.attname not in UNTOLD}


def write_trail(
    document: EnkelvoudigInformatieobject, action: str, *, old: Mapping[str, Any], new: Mapping[str, Any], actor: Actor
) -> None:
    """Write in both logs what became of a document."""
    audit.record(actor, action, subject=document.ref)
    audit.record_change(actor, action, subject=document.ref, old=old, new=new, label=document.identificatie)


def tell_part(
    document: EnkelvoudigInformatieobject,
    wat: str,
    part: models.Model,
    *,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    actor: Actor,
) -> None:
    """Leave that a part of a document was made (no old values), changed or removed (no new ones)."""
    actie = "create" if not old else "update" if new else "destroy"
    action, part_id = f"documenten.{actie}_{wat}", part.pk
    audit.record(actor, action, subject=document.ref)
    audit.record_change(
        actor,
        action,
        subject=document.ref,
        part=Ref(wat, str(part_id)),
        label=document.identificatie,
        old=old,
        new=new,
    )
    outbox.publish(DocumentPartChanged(document_id=document.pk, wat=wat, onderdeel_id=part_id, actie=actie))
