"""Destroy a document: its versions, and the files that no other document holds."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from stoep.documenten.commands.forgetting import forget_later
from stoep.documenten.commands.taking import take_document
from stoep.documenten.errors import DocumentIsLocked, DocumentStillBound
from stoep.documenten.events import DocumentDestroyed
from stoep.documenten.models import EnkelvoudigInformatieobject, Versie
from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor

TABLES = ("bestandsdeel", "gebruiksrecht", "verzending", "versie")


@whole
def destroy_document(document_id: UUID, *, actor: Actor) -> list[str]:
    """Destroy a document that belongs to nothing any more, with all that goes with it (drc-008). Raises NotFound.

    Answers the hashes that no document holds now. Their files are removed after the commit, unless a table above
    names them too. The security log keeps that it was destroyed.
    """
    document = take_document(document_id, "documenten.destroy", actor=actor)
    if document.objectinformatieobjecten.exists():
        raise DocumentStillBound(titel=document.laatste_versie.titel)
    if document.is_locked:
        raise DocumentIsLocked(titel=document.laatste_versie.titel)
    return remove_document(document, actor=actor)


def remove_document(document: EnkelvoudigInformatieobject, *, actor: Actor) -> list[str]:
    """Remove the rows of a document; the files follow."""
    hashes = set(Versie.objects.filter(informatieobject=document).exclude(sha256="").values_list("sha256", flat=True))
    hashes |= set(document.bestandsdelen.exclude(sha256="").values_list("sha256", flat=True))
    audit.destroy_trail(document.ref)
    # The document points at its last version and each version at its document: together they go, checked at commit.
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DELETE FROM documenten_{table} WHERE informatieobject_id = %s", [document.pk])  # noqa: S608
        cursor.execute("DELETE FROM documenten_enkelvoudiginformatieobject WHERE id = %s", [document.pk])
    audit.record(actor, "documenten.destroy", subject=document.ref)
    outbox.publish(
        DocumentDestroyed(
            document_id=document.pk,
            bronorganisatie=document.bronorganisatie,
            informatieobjecttype_id=document.informatieobjecttype_id,
            vertrouwelijkheidaanduiding=document.laatste_versie.vertrouwelijkheidaanduiding,
        )
    )
    forget_later(hashes)
    kept = set(Versie.objects.filter(sha256__in=hashes).values_list("sha256", flat=True))
    return sorted(hashes - kept)
