"""Take away that a document belongs to a zaak."""

from __future__ import annotations

from uuid import UUID

from stoep.documenten.commands import unrelate_document
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import remove_part
from stoep.zaken.commands.taking import take_part
from stoep.zaken.events import ZaakDocumentUnlinked
from stoep.zaken.models import Zaakinformatieobject


@whole
def remove_zaakinformatieobject(relatie_id: UUID, *, actor: Actor) -> None:
    """Remove the relation, and its mirror beside the document (zrc-005)."""
    zaak, row = take_part(Zaakinformatieobject, relatie_id, "zaken.destroy", actor=actor)
    told = ZaakDocumentUnlinked(zaak_id=zaak.pk, document_id=row.informatieobject_id, relatie_id=row.pk)
    remove_part(zaak, "zaakinformatieobject", row, label=row.titel, event=told, actor=actor)
    unrelate_document(row.informatieobject_id, soort="zaak", object_id=zaak.pk)
