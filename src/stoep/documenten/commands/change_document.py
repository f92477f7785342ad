"""Make a new version of a document."""

from __future__ import annotations

import secrets
from enum import Enum
from typing import Any, Final, Unpack
from uuid import UUID

from stoep.documenten.commands.contents import Inhoud, keep
from stoep.documenten.commands.metadata import (
    OF_THE_DOCUMENT,
    Changes,
    refuse_indicatie,
    refuse_status,
    refuse_taken_number,
    usable_type,
)
from stoep.documenten.commands.taking import require_one_of, take_document
from stoep.documenten.commands.telling import values_of, write_trail
from stoep.documenten.commands.uploads import give_up, hand_out_parts, refuse_too_large
from stoep.documenten.errors import DocumentNotLocked, LockIncorrect, LockMissing, TitelMissing
from stoep.documenten.events import DocumentVersionAdded
from stoep.documenten.models import Documentstatus, EnkelvoudigInformatieobject, Versie
from stoep.documenten.rules.inhoud import Aanlevering, decide_aanlevering
from stoep.foundation import clock, outbox
from stoep.foundation.rows import new_id
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor

CHANGE, FORCE = "documenten.change", "documenten.force"


class Unchanged(Enum):
    """The content stays as it was."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED


@whole
def change_document(
    document_id: UUID,
    *,
    lock: str,
    inhoud: Inhoud | Unchanged | None = UNCHANGED,
    bestandsomvang: int | Unchanged | None = UNCHANGED,
    actor: Actor,
    **changes: Unpack[Changes],
) -> Versie:
    """Store a new version under the lock that was given out (drc-009, drc-010). Older versions stay readable.

    What is left out stays as it was. A size without content announces an upload in parts, no content and no size
    leaves metadata only. A definitive document is changed only by the right to force that.
    """
    document = take_document(document_id, CHANGE, FORCE, actor=actor)
    previous = document.laatste_versie
    refuse_without_lock(document, lock)
    if previous.status == Documentstatus.DEFINITIEF:
        require_one_of((FORCE,), document, actor=actor)
    old = values_of(document)
    versie = Versie.objects.get(pk=previous.pk)
    versie.pk = new_id()
    versie.versie = previous.versie + 1
    versie.begin_registratie = clock.now()
    changed = describe(document, versie, changes)
    document.laatste_versie = versie
    require_one_of((CHANGE, FORCE), document, actor=actor)  # as what it becomes, too
    take_content(document, versie, inhoud, bestandsomvang)
    versie.save(force_insert=True)
    document.save(update_fields=["laatste_versie", *changed])
    write_trail(document, "documenten.change_document", old=old, new=values_of(document), actor=actor)
    outbox.publish(DocumentVersionAdded(document_id=document.pk, versie=versie.versie))
    return versie


def refuse_without_lock(document: EnkelvoudigInformatieobject, lock: str) -> None:
    """Refuse whoever does not show the lock that was given out."""
    titel = document.laatste_versie.titel
    if not document.is_locked:
        raise DocumentNotLocked(titel=titel)
    if not lock:
        raise LockMissing(titel=titel)
    if not secrets.compare_digest(lock.encode(), document.lock.encode()):
        raise LockIncorrect(titel=titel)


def describe(document: EnkelvoudigInformatieobject, versie: Versie, changes: Changes) -> list[str]:
    """Set what is said, and refuse what does not go together. Answers which fields of the document changed."""
    given: dict[str, Any] = dict(changes)
    of_document = {name: given.pop(name) for name in OF_THE_DOCUMENT if name in given}
    changed = [name for name, value in of_document.items() if getattr(document, name) != value]
    for name in changed:
        setattr(document, name, of_document[name])
    if "informatieobjecttype_id" in changed:
        document.informatieobjecttype = usable_type(document.informatieobjecttype_id)
    if {"identificatie", "bronorganisatie"} & set(changed):
        refuse_taken_number(document)
    if "indicatie_gebruiksrecht" in changed:
        refuse_indicatie(document.indicatie_gebruiksrecht, has_rights=document.gebruiksrechten.exists())
    if given.get("vertrouwelijkheidaanduiding") == "":
        given["vertrouwelijkheidaanduiding"] = document.informatieobjecttype.vertrouwelijkheidaanduiding
    if "titel" in given and not given["titel"].strip():
        raise TitelMissing
    for name, value in given.items():
        setattr(versie, name, value)
    refuse_status(versie)
    return changed


def take_content(
    document: EnkelvoudigInformatieobject,
    versie: Versie,
    inhoud: Inhoud | Unchanged | None,
    bestandsomvang: int | Unchanged | None,
) -> None:
    """Give a new version its content, or announce in which parts it will come."""
    omvang = versie.bestandsomvang if bestandsomvang is UNCHANGED else bestandsomvang
    if inhoud is UNCHANGED and omvang == versie.bestandsomvang:
        return
    content = None if inhoud is UNCHANGED else inhoud
    if content is None and bestandsomvang is UNCHANGED:
        omvang = None
    give_up(document)
    versie.sha256, versie.bestandsomvang = "", omvang
    if content is not None:
        stored = keep(content, omvang=None if bestandsomvang is UNCHANGED else omvang)
        versie.sha256, versie.bestandsomvang = stored.sha256, stored.size
    elif decide_aanlevering(has_inhoud=False, bestandsomvang=omvang) is Aanlevering.IN_PARTS:
        refuse_too_large(omvang or 0)
        hand_out_parts(document, omvang or 0)
