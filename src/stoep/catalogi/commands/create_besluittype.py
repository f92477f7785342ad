"""Create a version of a decision type, as a concept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from stoep.catalogi.models import Besluittype, Catalogus
from stoep.foundation import audit, clock
from stoep.foundation.duur import Duur
from stoep.toegang.actors import Actor


@transaction.atomic
def create_besluittype(
    *,
    catalogus_id: UUID,
    omschrijving: str,
    omschrijving_generiek: str = "",
    besluitcategorie: str = "",
    reactietermijn: str = "",
    publicatie_indicatie: bool = False,
    publicatietekst: str = "",
    publicatietermijn: str = "",
    toelichting: str = "",
    informatieobjecttypen: Sequence[str] = (),
    begin_geldigheid: date | None = None,
    einde_geldigheid: date | None = None,
    actor: Actor,
) -> Besluittype:
    """Create a sort of decision; publish it before decisions use it."""
    catalogus = Catalogus.objects.one(catalogus_id)
    actor.require("catalogi.manage")
    for term in (reactietermijn, publicatietermijn):
        if term:
            Duur.parse(term)
    besluittype = Besluittype.objects.create(
        catalogus=catalogus,
        omschrijving=omschrijving,
        omschrijving_generiek=omschrijving_generiek,
        besluitcategorie=besluitcategorie,
        reactietermijn=reactietermijn,
        publicatie_indicatie=publicatie_indicatie,
        publicatietekst=publicatietekst,
        publicatietermijn=publicatietermijn,
        toelichting=toelichting,
        informatieobjecttypen=list(informatieobjecttypen),
        begin_geldigheid=begin_geldigheid or clock.today(),
        einde_geldigheid=einde_geldigheid,
    )
    audit.record(actor, "catalogi.create_besluittype", subject=besluittype.ref)
    return besluittype
