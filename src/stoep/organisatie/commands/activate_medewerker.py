"""Record that an employee is back."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.organisatie.models import Medewerker
from stoep.toegang.actors import Actor


@transaction.atomic
def activate_medewerker(medewerker_id: UUID, *, actor: Actor) -> None:
    """Record that somebody who left works here again; groups are given anew."""
    medewerker = Medewerker.objects.locked(medewerker_id)
    actor.require("organisatie.manage")
    if medewerker.actief:
        return
    medewerker.actief = True
    medewerker.save(update_fields=["actief"])
    audit.record(actor, "organisatie.medewerker_activate", subject=medewerker.ref)
