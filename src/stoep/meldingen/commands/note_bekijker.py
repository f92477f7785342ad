"""Note that a colleague has the page of a report open."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import clock
from stoep.meldingen.models import Bekijker
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor


@transaction.atomic
def note_bekijker(melding_id: UUID, *, actor: Actor) -> None:
    """Somebody looks, now. It is forgotten within the hour, is in no log, and measures nobody's work."""
    actor.require("meldingen.read")
    medewerker = medewerker_of(actor)
    if medewerker is None:
        return
    Bekijker.objects.bulk_create(
        [Bekijker(melding_id=melding_id, medewerker=medewerker, gezien_op=clock.now())],
        update_conflicts=True,
        unique_fields=["melding", "medewerker"],
        update_fields=["gezien_op"],
    )
