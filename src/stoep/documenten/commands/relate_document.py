"""Keep beside a document to what it belongs."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from stoep.documenten.models import Objectinformatieobject, Objectsoort
from stoep.foundation.transactions import whole


@whole
def relate_document(document_id: UUID, *, soort: Objectsoort | str, object_id: UUID) -> None:
    """Mirror that a document came to belong to a zaak or besluit (zrc-005, brc-005); twice changes nothing.

    Called by the command that makes the relation itself, in its transaction and after its own check of rights: the
    relation leads, this is what the norm shows of it beside the document.
    """
    relate_documents([document_id], soort=soort, object_id=object_id)


@whole
def relate_documents(document_ids: Iterable[UUID], *, soort: Objectsoort | str, object_id: UUID) -> None:
    """Mirror the same of several documents at once."""
    Objectinformatieobject.objects.bulk_create(
        [
            Objectinformatieobject(informatieobject_id=document_id, object_type=soort, object_id=object_id)
            for document_id in document_ids
        ],
        ignore_conflicts=True,
    )
