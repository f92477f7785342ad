"""Take a document out of the dossier of a zaak."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.documenten.commands import unrelate_document
from stoep.foundation import audit, outbox
from stoep.toegang.actors import Actor
from stoep.zaken.commands.taking import store_changes, take_zaak
from stoep.zaken.events import ZaakDocumentUnlinked
from stoep.zaken.models import Gebeurtenis, Zaakinformatieobject


@transaction.atomic
def unlink_document(zaak_id: UUID, *, document_id: UUID, actor: Actor) -> bool:
    """Unlink, also in a closed zaak: because the document is to be destroyed. False when it was not there."""
    zaak = take_zaak(zaak_id, "documenten.write", actor=actor)
    row = Zaakinformatieobject.objects.filter(zaak=zaak, informatieobject=document_id).first()
    if row is None:
        return False
    relatie_id = row.pk
    row.delete()
    unrelate_document(document_id, soort="zaak", object_id=zaak.pk)
    Gebeurtenis.objects.filter(zaak=zaak, soort="document", waarden__document=str(document_id)).update(
        waarden={"titel": "vernietigd na de bewaartermijn"}
    )
    store_changes(zaak)
    audit.record(actor, "zaken.unlink_document", subject=zaak.ref)
    outbox.publish(ZaakDocumentUnlinked(zaak_id=zaak.pk, document_id=document_id, relatie_id=relatie_id))
    return True
