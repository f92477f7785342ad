"""Take a report for an act: how each handling command begins."""

from __future__ import annotations

from uuid import UUID

from stoep.meldingen.errors import MeldingIsClosed
from stoep.meldingen.models import Melding
from stoep.toegang.actors import Actor


def take_melding(melding_id: UUID, *, right: str, actor: Actor) -> Melding:
    """Lock an open report that this actor may work on. Raises NotFound, NotAllowed or MeldingIsClosed."""
    melding = (
        Melding.objects.visible_to(actor)
        .select_related("zaak__zaaktype", "zaak__statustype", "zaak__behandelaar", "categorie")
        .locked(melding_id)
    )
    actor.require(right, melding)
    if melding.zaak.is_closed:
        raise MeldingIsClosed(nummer=melding.meldernummer)
    return melding
