"""Give a document back after editing."""

from __future__ import annotations

import secrets
from uuid import UUID

from stoep.documenten.commands.taking import take_document
from stoep.documenten.commands.uploads import give_up, join_parts
from stoep.documenten.errors import LockIncorrect, LockMissing
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation import audit
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor, ActorKind

LOCK, UNLOCK = "documenten.lock", "documenten.unlock"


@whole
def unlock_document(document_id: UUID, *, lock: str = "", actor: Actor) -> None:
    """Unlock with the lock, without it as the employee who locked, or by the right to break locks (drc-009).

    Parts of an upload become the content; whoever breaks the lock of one that is not complete gives it up. An
    unlocked document stays as it is. An application shows the lock or has that right: it may be many programs.
    """
    document = take_document(document_id, LOCK, UNLOCK, actor=actor)
    if not document.is_locked:
        return
    if is_forced(document, lock, actor=actor) and document.bestandsdelen.filter(sha256="").exists():
        give_up(document)
    join_parts(document)
    document.lock = document.locked_door = ""
    document.locked_op = None
    document.save(update_fields=["lock", "locked_door", "locked_op"])
    audit.record(actor, "documenten.unlock_document", subject=document.ref, forced=not lock)


def is_forced(document: EnkelvoudigInformatieobject, lock: str, *, actor: Actor) -> bool:
    """Tell whether the lock is broken. Refuses a wrong lock, and who may not do without."""
    titel = document.laatste_versie.titel
    if lock:
        if not secrets.compare_digest(lock.encode(), document.lock.encode()):
            raise LockIncorrect(titel=titel)
        return False
    if actor.kind is ActorKind.APPLICATION and not actor.may(UNLOCK, document):
        raise LockMissing(titel=titel)
    if document.locked_door != str(actor.ref):
        actor.require(UNLOCK)
    return True
