"""Create a version of a zaaktype, as a concept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Required, TypedDict, Unpack
from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.change_type import Relatie, check_type, replace_relations, told
from stoep.catalogi.models import Catalogus, Zaaktype
from stoep.foundation import clock
from stoep.toegang.actors import Actor


class ZaaktypeFields(TypedDict, total=False):
    """The fields of the norm. Terms are ISO 8601 durations of whole days ("P8W")."""

    identificatie: Required[str]
    omschrijving: Required[str]
    vertrouwelijkheidaanduiding: Required[str]
    doel: Required[str]
    aanleiding: Required[str]
    indicatie_intern_of_extern: Required[str]
    handeling_initiator: Required[str]
    onderwerp: Required[str]
    handeling_behandelaar: Required[str]
    doorlooptijd: Required[str]
    referentieproces_naam: Required[str]
    verantwoordelijke: Required[str]
    omschrijving_generiek: str
    toelichting: str
    servicenorm: str
    opschorting_en_aanhouding_mogelijk: bool
    verlenging_mogelijk: bool
    verlengingstermijn: str
    trefwoorden: Sequence[str]
    publicatie_indicatie: bool
    publicatietekst: str
    verantwoordingsrelatie: Sequence[str]
    producten_of_diensten: Sequence[str]
    selectielijst_procestype: str
    referentieproces_link: str
    broncatalogus_url: str
    broncatalogus_domein: str
    broncatalogus_rsin: str
    bronzaaktype_url: str
    bronzaaktype_identificatie: str
    bronzaaktype_omschrijving: str
    besluittypen: Sequence[str]
    deelzaaktypen: Sequence[str]
    begin_geldigheid: date
    einde_geldigheid: date | None
    begin_object: date | None
    einde_object: date | None
    versiedatum: date


@transaction.atomic
def create_zaaktype(
    *,
    catalogus_id: UUID,
    gerelateerde_zaaktypen: Sequence[Relatie] = (),
    actor: Actor,
    **fields: Unpack[ZaaktypeFields],
) -> Zaaktype:
    """Create a concept; statuses, results and roles are added before it is published."""
    catalogus = Catalogus.objects.one(catalogus_id)
    actor.require("catalogi.manage")
    fields.setdefault("begin_geldigheid", clock.today())
    fields.setdefault("versiedatum", fields["begin_geldigheid"])
    zaaktype = Zaaktype(catalogus=catalogus, concept=True, **fields)
    check_type(zaaktype)
    zaaktype.save(force_insert=True)
    replace_relations(zaaktype, gerelateerde_zaaktypen)
    return told(zaaktype, actor=actor, actie="create")
