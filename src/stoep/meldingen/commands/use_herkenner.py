"""Take a trained version into use: the way back when a newer one does worse."""

from __future__ import annotations

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.errors import NotFound
from stoep.foundation.ref import Ref
from stoep.meldingen.models import Herkenner
from stoep.toegang.actors import Actor


@transaction.atomic
def use_herkenner(*, versie: int, actor: Actor) -> Herkenner:
    """Use this version from now on, in every process."""
    actor.require("meldingen.manage")
    row = Herkenner.objects.select_for_update().filter(versie=versie).first()
    if row is None:
        raise NotFound
    if not row.in_gebruik:
        Herkenner.objects.filter(in_gebruik=True).update(in_gebruik=False)
        row.in_gebruik = True
        row.save(update_fields=["in_gebruik"])
        audit.record(actor, "meldingen.use_herkenner", subject=Ref("herkenner", str(versie)))
    return row
