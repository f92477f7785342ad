"""Create a version of a document type, as a concept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.change_type import check_type, told
from stoep.catalogi.models import Catalogus, Informatieobjecttype
from stoep.foundation import clock
from stoep.toegang.actors import Actor


@transaction.atomic
def create_informatieobjecttype(
    *,
    catalogus_id: UUID,
    omschrijving: str,
    vertrouwelijkheidaanduiding: str,
    informatieobjectcategorie: str,
    actor: Actor,
    **fields: Any,
) -> Informatieobjecttype:
    """Create a sort of document; publish it before documents use it."""
    catalogus = Catalogus.objects.one(catalogus_id)
    actor.require("catalogi.manage")
    fields["begin_geldigheid"] = fields.get("begin_geldigheid") or clock.today()
    informatieobjecttype = Informatieobjecttype(
        catalogus=catalogus,
        concept=True,
        omschrijving=omschrijving,
        vertrouwelijkheidaanduiding=vertrouwelijkheidaanduiding,
        informatieobjectcategorie=informatieobjectcategorie,
        **fields,
    )
    check_type(informatieobjecttype)
    informatieobjecttype.save(force_insert=True)
    return told(informatieobjecttype, actor=actor, actie="create")
