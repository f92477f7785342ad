"""Taking a document for writing."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.toegang.actors import Actor, ActorKind


def take_document(document_id: UUID, *rights: str, actor: Actor) -> EnkelvoudigInformatieobject:
    """Lock the row of a document that this actor may see and on which it has one of these rights."""
    visible = EnkelvoudigInformatieobject.objects.visible_to(actor)
    document: EnkelvoudigInformatieobject = visible.select_related("laatste_versie", "informatieobjecttype").locked(
        document_id
    )
    require_one_of(rights, document, actor=actor)
    return document


def require_one_of(rights: Sequence[str], document: EnkelvoudigInformatieobject, *, actor: Actor) -> None:
    """Refuse unless the actor has one of these rights.

    An application has its rights per informatieobjecttype, as the norm has it. A person has them, on the documents
    that this person may see.
    """
    subject = document if actor.kind is ActorKind.APPLICATION else None
    if not any(actor.may(right, subject) for right in rights):
        actor.require(rights[0], subject)
