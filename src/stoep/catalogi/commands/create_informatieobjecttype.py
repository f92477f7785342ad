"""Create a version of a document type, as a concept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from stoep.catalogi.models import Catalogus, Informatieobjecttype
from stoep.foundation import audit, clock
from stoep.toegang.actors import Actor


@transaction.atomic
def create_informatieobjecttype(
    *,
    catalogus_id: UUID,
    omschrijving: str,
    vertrouwelijkheidaanduiding: str,
    informatieobjectcategorie: str,
    trefwoord: Sequence[str] = (),
    begin_geldigheid: date | None = None,
    einde_geldigheid: date | None = None,
    actor: Actor,
) -> Informatieobjecttype:
    """Create a sort of document; publish it before documents use it."""
    catalogus = Catalogus.objects.one(catalogus_id)
    actor.require("catalogi.manage")
    informatieobjecttype = Informatieobjecttype.objects.create(
        catalogus=catalogus,
        omschrijving=omschrijving,
        vertrouwelijkheidaanduiding=vertrouwelijkheidaanduiding,
        informatieobjectcategorie=informatieobjectcategorie,
        trefwoord=list(trefwoord),
        begin_geldigheid=begin_geldigheid or clock.today(),
        einde_geldigheid=einde_geldigheid,
    )
    audit.record(actor, "catalogi.create_informatieobjecttype", subject=informatieobjecttype.ref)
    return informatieobjecttype
