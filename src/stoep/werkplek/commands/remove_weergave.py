"""Take a saved view away."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.errors import NotFound
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.werkplek.models import Weergave


@transaction.atomic
def remove_weergave(weergave_id: UUID, *, actor: Actor) -> None:
    """Take away a view of one's own; of a colleague there is none to take away. Raises NotFound."""
    actor.require("zaken.read")
    medewerker = medewerker_of(actor)
    if medewerker is None:
        raise NotFound
    weergave: Weergave = Weergave.objects.filter(eigenaar=medewerker).locked(weergave_id)
    audit.record(actor, "werkplek.remove_weergave", subject=weergave.ref)
    weergave.delete()
