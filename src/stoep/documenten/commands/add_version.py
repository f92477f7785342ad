"""Make a new version of a document."""

from __future__ import annotations

import secrets
from typing import BinaryIO, Unpack
from uuid import UUID

from stoep.documenten.commands.metadata import Metadata
from stoep.documenten.commands.taking import take_document
from stoep.documenten.errors import DocumentNotLocked, LockIncorrect
from stoep.documenten.events import DocumentVersionAdded
from stoep.documenten.models import Versie
from stoep.foundation import audit, clock, outbox, storage
from stoep.foundation.rows import new_id
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor


@whole
def add_version(
    document_id: UUID,
    *,
    lock: str,
    inhoud: bytes | BinaryIO | None = None,
    actor: Actor,
    **changes: Unpack[Metadata],
) -> Versie:
    """Store a new version under the lock that was given out. Older versions stay readable."""
    document = take_document(document_id, "documenten.change", actor=actor)
    previous = document.laatste_versie
    if not document.is_locked:
        raise DocumentNotLocked(titel=previous.titel)
    if not secrets.compare_digest(lock.encode(), document.lock.encode()):
        raise LockIncorrect(titel=previous.titel)

    versie = Versie.objects.get(pk=previous.pk)
    versie.pk = new_id()
    versie.versie = previous.versie + 1
    versie.begin_registratie = clock.now()
    for field, value in changes.items():
        setattr(versie, field, value)
    if inhoud is not None:
        stored = storage.store(inhoud)
        versie.sha256, versie.bestandsomvang = stored.sha256, stored.size
    versie.save(force_insert=True)
    document.laatste_versie = versie
    document.save(update_fields=["laatste_versie"])
    audit.record(actor, "documenten.add_version", subject=document.ref, versie=versie.versie)
    outbox.publish(DocumentVersionAdded(document_id=document.pk, versie=versie.versie))
    return versie
