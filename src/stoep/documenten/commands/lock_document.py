"""Take a document for editing."""

from __future__ import annotations

from uuid import UUID

from stoep.documenten.commands.taking import take_document
from stoep.documenten.commands.uploads import set_lock
from stoep.documenten.errors import DocumentLocked
from stoep.foundation import audit
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor


@whole
def lock_document(document_id: UUID, *, actor: Actor) -> str:
    """Lock a document and answer the lock, without which nobody makes a new version (drc-009)."""
    document = take_document(document_id, "documenten.lock", actor=actor)
    if document.is_locked:
        raise DocumentLocked(titel=document.laatste_versie.titel)
    lock = set_lock(document, actor=actor)
    document.save(update_fields=["lock", "locked_door", "locked_op"])
    audit.record(actor, "documenten.lock_document", subject=document.ref)
    return lock
