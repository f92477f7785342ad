"""Clean up uploads in parts that nobody finished."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef

from stoep.documenten.commands.destroy_document import remove_document
from stoep.documenten.commands.uploads import give_up
from stoep.documenten.models import Bestandsdeel, EnkelvoudigInformatieobject, Objectinformatieobject
from stoep.foundation import audit, clock
from stoep.foundation.transactions import whole
from stoep.toegang.actors import SYSTEM

ABANDONED_AFTER: Final = timedelta(days=7)


def forget_uploads() -> int:
    """Clean up what stood still for a week; answers how many. Until then a client may go on where it was.

    A document that never got content and belongs to nothing goes whole. Another keeps its metadata and is free again.
    """
    before = clock.now() - ABANDONED_AFTER
    delen = Bestandsdeel.objects.filter(informatieobject=OuterRef("pk"))
    stale = (
        EnkelvoudigInformatieobject.objects.exclude(lock="")
        .filter(Exists(delen), ~Exists(delen.filter(ontvangen_op__gte=before)), locked_op__lt=before)
        .values_list("pk", flat=True)
    )
    return sum(forget_upload(document_id, before) for document_id in list(stale))


@whole
def forget_upload(document_id: UUID, before: datetime) -> bool:
    """Clean up one, unless somebody went on meanwhile."""
    rows = EnkelvoudigInformatieobject.objects.select_related("laatste_versie").filter(pk=document_id)
    document = rows.select_for_update(of=("self",), skip_locked=True).exclude(lock="").first()
    if document is None or document.bestandsdelen.filter(ontvangen_op__gte=before).exists():
        return False
    is_loose = not Objectinformatieobject.objects.filter(informatieobject=document).exists()
    if is_loose and document.laatste_versie.versie == 1:
        remove_document(document, actor=SYSTEM)
        return True
    give_up(document)
    document.lock = document.locked_door = ""
    document.locked_op = None
    document.save(update_fields=["lock", "locked_door", "locked_op"])
    audit.record(SYSTEM, "documenten.forget_upload", subject=document.ref)
    return True
