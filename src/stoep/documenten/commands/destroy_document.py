"""Destroy a document: its versions, and the files that no other document holds."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from stoep.documenten.models import EnkelvoudigInformatieobject, Versie
from stoep.foundation import audit
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor


@whole
def destroy_document(document_id: UUID, *, actor: Actor) -> list[str]:
    """Destroy a document that belongs to nothing any more, with all its versions. Raises NotFound.

    Answers the hashes that no document holds now. Their files are not gone yet: who destroys asks whether another
    table still points at them, and deletes them after the commit. The security log keeps that it was destroyed.
    """
    actor.require("documenten.write")
    document = EnkelvoudigInformatieobject.objects.locked(document_id)
    hashes = set(Versie.objects.filter(informatieobject=document).exclude(sha256="").values_list("sha256", flat=True))
    audit.destroy_trail(document.ref)
    # The document points at its last version and each version at its document: together they go, checked at commit.
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM documenten_versie WHERE informatieobject_id = %s", [document.pk])
        cursor.execute("DELETE FROM documenten_enkelvoudiginformatieobject WHERE id = %s", [document.pk])
    audit.record(actor, "documenten.destroy", subject=document.ref)
    kept = set(Versie.objects.filter(sha256__in=hashes).values_list("sha256", flat=True))
    return sorted(hashes - kept)
