"""Change the name or phone number of a department."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.organisatie.models import Afdeling
from stoep.toegang.actors import Actor


@transaction.atomic
def change_afdeling(afdeling_id: UUID, *, naam: str, telefoon: str = "", actor: Actor) -> None:
    """Rename a department; the code stays, because rules point at it."""
    afdeling = Afdeling.objects.locked(afdeling_id)
    actor.require("organisatie.manage")
    old: dict[str, object] = {"naam": afdeling.naam, "telefoon": afdeling.telefoon}
    afdeling.naam = naam.strip()
    afdeling.telefoon = telefoon.strip()
    afdeling.save()
    audit.record(actor, "organisatie.afdeling_change", subject=afdeling.ref)
    new: dict[str, object] = {"naam": afdeling.naam, "telefoon": afdeling.telefoon}
    audit.record_change(actor, "organisatie.afdeling_change", subject=afdeling.ref, old=old, new=new)
