"""Add a property to a zaaktype."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.concepts import take_concept
from stoep.catalogi.errors import NotUnique
from stoep.catalogi.models import Eigenschap
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def add_eigenschap(
    zaaktype_id: UUID,
    *,
    naam: str,
    definitie: str,
    formaat: str = "tekst",
    lengte: str = "255",
    kardinaliteit: str = "1",
    groep: str = "",
    waardenverzameling: Sequence[str] = (),
    toelichting: str = "",
    actor: Actor,
) -> Eigenschap:
    """Add a property that zaken of this type have."""
    zaaktype = take_concept(zaaktype_id, actor=actor)
    if zaaktype.eigenschappen.filter(naam=naam).exists():
        raise NotUnique(waarde=naam, field="naam")
    eigenschap = Eigenschap.objects.create(
        zaaktype=zaaktype,
        naam=naam,
        definitie=definitie,
        formaat=formaat,
        lengte=lengte,
        kardinaliteit=kardinaliteit,
        groep=groep,
        waardenverzameling=list(waardenverzameling),
        toelichting=toelichting,
    )
    audit.record(actor, "catalogi.add_eigenschap", subject=zaaktype.ref)
    return eigenschap
