"""Record that an employee no longer works here."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.organisatie.models import Medewerker
from stoep.toegang.actors import Actor


@transaction.atomic
def deactivate_medewerker(medewerker_id: UUID, *, actor: Actor) -> None:
    """Record that somebody left: out of every group and every list; the history keeps the name.

    The account is another matter: whoever manages accounts switches it off.
    """
    medewerker = Medewerker.objects.locked(medewerker_id)
    actor.require("organisatie.manage")
    if not medewerker.actief:
        return
    medewerker.actief = False
    medewerker.save(update_fields=["actief"])
    medewerker.lidmaatschappen.all().delete()
    audit.record(actor, "organisatie.medewerker_deactivate", subject=medewerker.ref)
