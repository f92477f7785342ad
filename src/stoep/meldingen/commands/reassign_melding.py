"""Give a report to another colleague or group."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.meldingen.commands.take_melding import take_melding
from stoep.toegang.actors import Actor
from stoep.zaken.commands import assign_zaak


@transaction.atomic
def reassign_melding(
    melding_id: UUID,
    *,
    medewerker_id: UUID | None = None,
    groep_id: UUID | None = None,
    reden: str = "",
    versie: int | None = None,
    actor: Actor,
) -> None:
    """Give the report to a colleague or a group, with a reason that the history keeps."""
    melding = take_melding(melding_id, right="zaken.assign", versie=versie, actor=actor)
    assign_zaak(melding.zaak_id, medewerker_id=medewerker_id, groep_id=groep_id, reden=reden, actor=actor)
    audit.record(actor, "meldingen.reassign", subject=melding.ref)
