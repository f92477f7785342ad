"""Take away that a document belongs to something."""

from __future__ import annotations

from uuid import UUID

from stoep.documenten.models import Objectinformatieobject, Objectsoort
from stoep.foundation.transactions import whole


@whole
def unrelate_document(document_id: UUID, *, soort: Objectsoort | str, object_id: UUID) -> None:
    """Mirror that a document no longer belongs to a zaak or besluit (zrc-005, brc-005)."""
    Objectinformatieobject.objects.filter(
        informatieobject_id=document_id, object_type=soort, object_id=object_id
    ).delete()


@whole
def unrelate_object(*, soort: Objectsoort | str, object_id: UUID) -> list[UUID]:
    """Mirror that a zaak or besluit is no more (zrc-023, brc-009); answers which documents it had."""
    mirrored = Objectinformatieobject.objects.filter(object_type=soort, object_id=object_id)
    document_ids = list(mirrored.values_list("informatieobject_id", flat=True))
    mirrored.delete()
    return document_ids
