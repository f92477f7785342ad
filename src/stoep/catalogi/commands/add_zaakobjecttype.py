"""Add what zaken of a type can be about."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.concepts import take_concept
from stoep.catalogi.models import Zaakobjecttype
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def add_zaakobjecttype(
    zaaktype_id: UUID,
    *,
    objecttype: str,
    relatie_omschrijving: str,
    ander_objecttype: bool = False,
    begin_geldigheid: date | None = None,
    actor: Actor,
) -> Zaakobjecttype:
    """Add an object type, by the address of its definition."""
    zaaktype = take_concept(zaaktype_id, actor=actor)
    zaakobjecttype = Zaakobjecttype.objects.create(
        zaaktype=zaaktype,
        objecttype=objecttype,
        relatie_omschrijving=relatie_omschrijving,
        ander_objecttype=ander_objecttype,
        begin_geldigheid=begin_geldigheid or zaaktype.begin_geldigheid,
    )
    audit.record(actor, "catalogi.add_zaakobjecttype", subject=zaaktype.ref)
    return zaakobjecttype
