"""Give a document back after editing."""

from __future__ import annotations

import secrets
from uuid import UUID

from django.db import transaction

from stoep.documenten.commands.taking import take_document
from stoep.documenten.errors import LockIncorrect
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def unlock_document(document_id: UUID, *, lock: str = "", actor: Actor) -> None:
    """Unlock with the lock, without it as the one who locked, or by the right to break locks. An unlocked document stays as it is."""
    document = take_document(document_id, actor=actor)
    if not document.is_locked:
        return
    if not lock:
        if document.locked_door != str(actor.ref):
            actor.require("documenten.unlock")
    elif not secrets.compare_digest(lock.encode(), document.lock.encode()):
        raise LockIncorrect(titel=document.laatste_versie.titel)
    document.lock = document.locked_door = ""
    document.locked_op = None
    document.save(update_fields=["lock", "locked_door", "locked_op"])
    audit.record(actor, "documenten.unlock_document", subject=document.ref, forced=not lock)
