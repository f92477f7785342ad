"""Add a phase to a zaaktype."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.concepts import take_concept
from stoep.catalogi.errors import NotUnique
from stoep.catalogi.models import Statustype
from stoep.foundation import audit
from stoep.foundation.duur import Duur
from stoep.toegang.actors import Actor


@transaction.atomic
def add_statustype(
    zaaktype_id: UUID,
    *,
    omschrijving: str,
    volgnummer: int,
    omschrijving_generiek: str = "",
    statustekst: str = "",
    informeren: bool = False,
    doorlooptijd: str = "",
    toelichting: str = "",
    actor: Actor,
) -> Statustype:
    """Add a phase. The highest volgnummer becomes the eindstatus, as the norm has it."""
    zaaktype = take_concept(zaaktype_id, actor=actor)
    others = list(zaaktype.statustypen.all())
    if any(other.volgnummer == volgnummer for other in others):
        raise NotUnique(waarde=volgnummer, field="volgnummer")
    if doorlooptijd:
        Duur.parse(doorlooptijd)
    is_last = all(other.volgnummer < volgnummer for other in others)
    if is_last:
        zaaktype.statustypen.filter(is_eindstatus=True).update(is_eindstatus=False)
    statustype = Statustype.objects.create(
        zaaktype=zaaktype,
        omschrijving=omschrijving,
        omschrijving_generiek=omschrijving_generiek,
        statustekst=statustekst,
        volgnummer=volgnummer,
        is_eindstatus=is_last,
        informeren=informeren,
        doorlooptijd=doorlooptijd,
        toelichting=toelichting,
    )
    audit.record(actor, "catalogi.add_statustype", subject=zaaktype.ref, volgnummer=volgnummer)
    return statustype
