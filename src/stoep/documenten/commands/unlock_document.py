"""Give a document back after editing."""

from __future__ import annotations

import secrets
from uuid import UUID

from stoep.documenten.commands.taking import take_document
from stoep.documenten.errors import LockIncorrect, LockMissing
from stoep.foundation import audit
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor, ActorKind

LOCK, UNLOCK = "documenten.lock", "documenten.unlock"


@whole
def unlock_document(document_id: UUID, *, lock: str = "", actor: Actor) -> None:
    """Unlock with the lock, without it as the employee who locked, or by the right to break locks (drc-009).

    An unlocked document stays as it is. An application shows the lock or has that right: it may be many programs.
    """
    document = take_document(document_id, LOCK, UNLOCK, actor=actor)
    if not document.is_locked:
        return
    if not lock:
        if actor.kind is ActorKind.APPLICATION and not actor.may(UNLOCK):
            raise LockMissing(titel=document.laatste_versie.titel)
        if document.locked_door != str(actor.ref):
            actor.require(UNLOCK)
    elif not secrets.compare_digest(lock.encode(), document.lock.encode()):
        raise LockIncorrect(titel=document.laatste_versie.titel)
    document.lock = document.locked_door = ""
    document.locked_op = None
    document.save(update_fields=["lock", "locked_door", "locked_op"])
    audit.record(actor, "documenten.unlock_document", subject=document.ref, forced=not lock)
