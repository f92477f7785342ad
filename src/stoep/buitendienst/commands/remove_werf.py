"""Take a yard away."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.buitendienst.models import Werf
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def remove_werf(werf_id: UUID | str, *, actor: Actor) -> None:
    """Take it out of the list; rounds that began there keep their beginning."""
    actor.require("buitendienst.manage")
    werf: Werf = Werf.objects.locked(werf_id)
    audit.record(actor, "buitendienst.remove_werf", subject=werf.ref)
    werf.delete()
