"""Lay a decision down in a document, and take that back."""

from __future__ import annotations

from uuid import UUID

from stoep.documenten.commands import relate_document, unrelate_document
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation import audit, outbox
from stoep.foundation.ref import Ref
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.besluit_errors import BesluitDocumentExists, SoortNotOfBesluittype
from stoep.zaken.commands.besluiten import take_besluit
from stoep.zaken.commands.parts import values_of
from stoep.zaken.events import BesluitChanged
from stoep.zaken.models import Besluit, Besluitinformatieobject


@whole
def link_besluitdocument(besluit_id: UUID, *, document_id: UUID, actor: Actor) -> Besluitinformatieobject:
    """Link a document of a sort that this besluittype knows (brc-003, brc-008); the document mirrors it (brc-005)."""
    besluit, _zaak = take_besluit(besluit_id, "besluiten.create", actor=actor)
    rows = EnkelvoudigInformatieobject.objects.select_related("informatieobjecttype")
    document: EnkelvoudigInformatieobject = rows.one(document_id)
    soort = document.informatieobjecttype.omschrijving
    if Besluitinformatieobject.objects.filter(besluit=besluit, informatieobject=document).exists():
        raise BesluitDocumentExists
    if soort not in besluit.besluittype.informatieobjecttypen:
        raise SoortNotOfBesluittype(omschrijving=soort)
    row = Besluitinformatieobject(besluit=besluit, informatieobject=document)
    row.save(force_insert=True)
    relate_document(document.pk, soort="besluit", object_id=besluit.pk)
    tell_link(besluit, row, "create", actor=actor)
    return row


@whole
def unlink_besluitdocument(relatie_id: UUID, *, actor: Actor) -> None:
    """Take the relation away, and its mirror beside the document."""
    found: Besluitinformatieobject = Besluitinformatieobject.objects.one(relatie_id)
    besluit, _zaak = take_besluit(found.besluit_id, "besluiten.destroy", actor=actor)
    row: Besluitinformatieobject = Besluitinformatieobject.objects.locked(relatie_id)
    Besluitinformatieobject.objects.filter(pk=relatie_id).delete()
    unrelate_document(row.informatieobject_id, soort="besluit", object_id=besluit.pk)
    tell_link(besluit, row, "destroy", actor=actor)


def tell_link(besluit: Besluit, row: Besluitinformatieobject, actie: str, *, actor: Actor) -> None:
    """Leave that a document lays a decision down, or no longer does."""
    action, values = f"zaken.{actie}_besluitinformatieobject", values_of(row)
    audit.record(actor, action, subject=besluit.ref)
    audit.record_change(
        actor,
        action,
        subject=besluit.ref,
        part=Ref("besluitinformatieobject", str(row.pk)),
        label=besluit.identificatie,
        old=values if actie == "destroy" else {},
        new=values if actie == "create" else {},
    )
    outbox.publish(
        BesluitChanged(
            besluit_id=besluit.pk,
            zaak_id=besluit.zaak_id,
            wat="besluitinformatieobject",
            onderdeel_id=row.pk,
            actie=actie,
        )
    )
