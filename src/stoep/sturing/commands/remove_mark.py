"""Take a mark out of the charts."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.sturing.models import Markering
from stoep.toegang.actors import Actor


@transaction.atomic
def remove_mark(markering_id: UUID, *, actor: Actor) -> None:
    """Take a mark away. Raises NotFound."""
    actor.require("sturing.manage")
    markering: Markering = Markering.objects.locked(markering_id)
    audit.record(actor, "sturing.remove_mark", subject=markering.ref)
    markering.delete()
