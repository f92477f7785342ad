"""Relate a zaaktype to another."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.concepts import take_concept
from stoep.catalogi.models import Zaaktyperelatie
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def relate_zaaktype(
    zaaktype_id: UUID, *, gerelateerd_zaaktype: str, aard_relatie: str, toelichting: str = "", actor: Actor
) -> Zaaktyperelatie:
    """Record that zaken of one type follow, contribute to or concern zaken of another."""
    zaaktype = take_concept(zaaktype_id, actor=actor)
    relation, _ = Zaaktyperelatie.objects.update_or_create(
        zaaktype=zaaktype,
        gerelateerd_zaaktype=gerelateerd_zaaktype,
        aard_relatie=aard_relatie,
        defaults={"toelichting": toelichting},
    )
    audit.record(actor, "catalogi.relate_zaaktype", subject=zaaktype.ref)
    return relation
