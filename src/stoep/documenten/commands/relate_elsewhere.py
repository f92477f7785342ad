"""Keep beside a document that it belongs to something of elsewhere."""

from __future__ import annotations

from uuid import UUID

from stoep.documenten.commands.taking import take_document
from stoep.documenten.errors import RelationExists, RelationNotAtSource, RelationStillAtSource
from stoep.documenten.models import Objectinformatieobject, Objectsoort
from stoep.documenten.queries import get_objectinformatieobject
from stoep.foundation import audit
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor


@whole
def relate_elsewhere(
    document_id: UUID, *, soort: Objectsoort, object_id: UUID | None = None, object_url: str, actor: Actor
) -> Objectinformatieobject:
    """Relate a document to a verzoek, by its address (drc-003).

    A zaak or besluit is named by its id, and always refused: its relation is made there, and mirrored here by itself
    (drc-004).
    """
    document = take_document(document_id, "documenten.write", actor=actor)
    named = {"object_id": object_id} if object_id else {"object_url": object_url}
    if document.objectinformatieobjecten.filter(object_type=soort, **named).exists():
        raise RelationExists
    if object_id is not None:
        raise RelationNotAtSource
    row = Objectinformatieobject(informatieobject=document, object_type=soort, object_url=object_url)
    row.save(force_insert=True)
    audit.record(actor, "documenten.relate_elsewhere", subject=document.ref)
    return row


@whole
def unrelate_elsewhere(relatie_id: UUID, *, actor: Actor) -> None:
    """Take such a relation away again. That with a zaak or besluit is removed there (drc-004)."""
    row = get_objectinformatieobject(relatie_id, actor)
    document = take_document(row.informatieobject_id, "documenten.destroy", actor=actor)
    if row.object_id is not None:
        raise RelationStillAtSource
    Objectinformatieobject.objects.filter(pk=relatie_id).delete()
    audit.record(actor, "documenten.unrelate_elsewhere", subject=document.ref)
