"""Say which documents belong in dossiers of a zaaktype."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.concepts import take_concept
from stoep.catalogi.errors import NotUnique
from stoep.catalogi.models import ZaaktypeInformatieobjecttype
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def add_informatieobjecttype(
    zaaktype_id: UUID, *, informatieobjecttype: str, volgnummer: int, richting: str, actor: Actor
) -> ZaaktypeInformatieobjecttype:
    """Relate a document type to a zaaktype, by omschrijving: a new version of it needs no new zaaktype."""
    zaaktype = take_concept(zaaktype_id, actor=actor)
    if zaaktype.zaaktypeinformatieobjecttypen.filter(volgnummer=volgnummer).exists():
        raise NotUnique(waarde=volgnummer, field="volgnummer")
    relation = ZaaktypeInformatieobjecttype.objects.create(
        zaaktype=zaaktype, informatieobjecttype=informatieobjecttype, volgnummer=volgnummer, richting=richting
    )
    audit.record(actor, "catalogi.add_informatieobjecttype", subject=zaaktype.ref, volgnummer=volgnummer)
    return relation
