"""Say that a report has haste, or that it has not."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.meldingen.commands.route_melding import route_melding
from stoep.meldingen.commands.take_melding import take_melding
from stoep.meldingen.models import Urgentie
from stoep.toegang.actors import Actor
from stoep.zaken.commands import prioritise_zaak, record_gebeurtenis


@transaction.atomic
def set_urgentie(melding_id: UUID, *, spoed: bool, reden: str = "", versie: int | None = None, actor: Actor) -> None:
    """Give or take haste, for a reason that the history keeps; with haste the rules decide anew who gets it.

    The same again changes nothing.
    """
    melding = take_melding(melding_id, right="zaken.set_status", versie=versie, actor=actor)
    if melding.is_spoed == spoed:
        return
    old = melding.urgentie
    melding.urgentie = Urgentie.SPOED if spoed else Urgentie.GEWOON
    melding.save(update_fields=["urgentie"])
    prioritise_zaak(melding.zaak_id, spoed=spoed, actor=actor)
    record_gebeurtenis(melding.zaak_id, soort="urgentie", tekst=reden[:200], waarden={"spoed": spoed}, actor=actor)
    if spoed:
        route_melding(melding, actor=actor)
    audit.record_change(
        actor, "meldingen.set_urgentie", subject=melding.ref, old={"urgentie": old}, new={"urgentie": melding.urgentie}
    )
