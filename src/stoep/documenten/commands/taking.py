"""Taking a document for writing."""

from __future__ import annotations

from uuid import UUID

from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.toegang.actors import Actor


def take_document(document_id: UUID, *rights: str, actor: Actor) -> EnkelvoudigInformatieobject:
    """Lock the row of a document that this actor may see and on which it has one of these rights."""
    visible = EnkelvoudigInformatieobject.objects.visible_to(actor).select_related("laatste_versie")
    document: EnkelvoudigInformatieobject = visible.locked(document_id)
    if not any(actor.may(right) for right in rights):
        actor.require(rights[0])
    return document
