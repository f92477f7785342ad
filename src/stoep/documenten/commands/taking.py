"""Taking a document for writing."""

from __future__ import annotations

from uuid import UUID

from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.toegang.actors import Actor


def take_document(document_id: UUID, *, actor: Actor) -> EnkelvoudigInformatieobject:
    """Lock the row of a document that this actor may see and write."""
    visible = EnkelvoudigInformatieobject.objects.visible_to(actor).select_related("laatste_versie")
    document: EnkelvoudigInformatieobject = visible.locked(document_id)
    actor.require("documenten.write")
    return document
