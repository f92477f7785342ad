"""Take in one part of a large upload."""

from __future__ import annotations

from uuid import UUID

from stoep.documenten.commands.change_document import refuse_without_lock
from stoep.documenten.commands.contents import Inhoud, Measured, as_file
from stoep.documenten.commands.forgetting import forget_later
from stoep.documenten.commands.taking import require_one_of, take_document
from stoep.documenten.errors import FileSizeDiffers
from stoep.documenten.models import Bestandsdeel
from stoep.documenten.queries import get_bestandsdeel
from stoep.foundation import clock, storage
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor


@whole
def receive_bestandsdeel(deel_id: UUID, *, lock: str, inhoud: Inhoud | None, actor: Actor) -> Bestandsdeel:
    """Store a part under the lock of its document; it must be exactly as large as was said. A part may come again.

    Parts of one document come in at the same time: its row is held only at the end, when the part is stored.
    """
    deel = get_bestandsdeel(deel_id, actor)
    require_one_of(("documenten.change",), deel.informatieobject, actor=actor)
    refuse_without_lock(deel.informatieobject, lock)
    if inhoud is None:
        raise FileSizeDiffers
    stored = storage.store(as_file(Measured(inhoud, deel.omvang)))
    document = take_document(deel.informatieobject_id, "documenten.change", actor=actor)
    refuse_without_lock(document, lock)
    deel = Bestandsdeel.objects.locked(deel_id)
    if deel.sha256 not in ("", stored.sha256):
        forget_later([deel.sha256])
    deel.sha256, deel.ontvangen_op = stored.sha256, clock.now()
    deel.save(update_fields=["sha256", "ontvangen_op"])
    deel.informatieobject = document
    return deel
