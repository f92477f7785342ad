"""Add a role to a zaaktype."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.concepts import take_concept
from stoep.catalogi.errors import NotUnique
from stoep.catalogi.models import Roltype
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def add_roltype(zaaktype_id: UUID, *, omschrijving: str, omschrijving_generiek: str, actor: Actor) -> Roltype:
    """Add what people and organisations can be to zaken of this type."""
    zaaktype = take_concept(zaaktype_id, actor=actor)
    if zaaktype.roltypen.filter(omschrijving=omschrijving).exists():
        raise NotUnique(waarde=omschrijving, field="omschrijving")
    roltype = Roltype.objects.create(
        zaaktype=zaaktype, omschrijving=omschrijving, omschrijving_generiek=omschrijving_generiek
    )
    audit.record(actor, "catalogi.add_roltype", subject=zaaktype.ref)
    return roltype
