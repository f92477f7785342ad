"""Informatieobjecttypen: one version of a sort of document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.catalogi.api import API
from stoep.api.zgw.catalogi.filters import READ, Status, Urls, ValidOn, newest_first, valid_on, with_status
from stoep.api.zgw.catalogi.hoofdtypen import Hoofdtype, declare
from stoep.api.zgw.catalogi.parts import CatalogusUrl, Fields
from stoep.api.zgw.links import Link, OwnUrl, id_of
from stoep.catalogi import commands, models
from stoep.foundation import clock
from stoep.foundation.rest import Call, Flag, Many, Paged, PageFilter, Text, Wire, choice, page_of

GENERIEK = {
    "informatieobjecttype_omschrijving_generiek": "omschrijving_generiek",
    "definitie_informatieobjecttype_omschrijving_generiek": "omschrijving_generiek_definitie",
    "herkomst_informatieobjecttype_omschrijving_generiek": "omschrijving_generiek_herkomst",
    "hierarchie_informatieobjecttype_omschrijving_generiek": "omschrijving_generiek_hierarchie",
    "opmerking_informatieobjecttype_omschrijving_generiek": "omschrijving_generiek_opmerking",
}


class InformatieObjectTypeOmschrijvingGeneriek(Wire, kw_only=True):
    """The generic name of a sort of document, and where that comes from."""

    informatieobjecttype_omschrijving_generiek: Annotated[str, Text(80)]
    definitie_informatieobjecttype_omschrijving_generiek: Annotated[str, Text(255)]
    herkomst_informatieobjecttype_omschrijving_generiek: Annotated[str, Text(12)]
    hierarchie_informatieobjecttype_omschrijving_generiek: Annotated[str, Text(80)]
    opmerking_informatieobjecttype_omschrijving_generiek: Annotated[str | None, Text(255, blank=True)] = None


class InformatieObjectType(Wire, kw_only=True):
    """Een versie van een soort document."""

    url: Annotated[str, OwnUrl()]
    catalogus: CatalogusUrl
    omschrijving: Annotated[str, Text(80)]
    vertrouwelijkheidaanduiding: Annotated[str, choice(models.Vertrouwelijkheidaanduiding.values)]
    begin_geldigheid: date
    einde_geldigheid: date | None = None
    begin_object: date | None = None
    einde_object: date | None = None
    concept: Annotated[bool, Flag(read_only=True)]
    zaaktypen: Urls
    besluittypen: Urls
    informatieobjectcategorie: Annotated[str, Text(80)]
    trefwoord: Annotated[list[str], Many(Text(30))] = []
    omschrijving_generiek: InformatieObjectTypeOmschrijvingGeneriek | None = None


class InformatieobjecttypeFilter(PageFilter, kw_only=True):
    """Filters of the list of informatieobjecttypen."""

    catalogus: Annotated[str | None, Link("catalogi", "catalogussen")] = None
    status: Status = "definitief"
    datum_geldigheid: ValidOn = None
    omschrijving: str | None = None


@API.get(
    "informatieobjecttypen", scopes=READ, answers=InformatieObjectType, shape="pages", query=InformatieobjecttypeFilter
)
def list_informatieobjecttypen(_call: Call, query: InformatieobjecttypeFilter) -> Paged[InformatieObjectType]:
    """Alle informatieobjecttypen opvragen."""
    rows = newest_first(models.Informatieobjecttype.objects.all())
    rows = valid_on(with_status(rows, query.status), query.datum_geldigheid)
    if query.catalogus is not None:
        rows = rows.filter(catalogus=id_of(query.catalogus))
    if query.omschrijving is not None:
        rows = rows.filter(omschrijving=query.omschrijving)
    return page_of(rows, query.page, lambda page: show_all(page, query.datum_geldigheid))


@API.get("informatieobjecttypen/{uuid}", scopes=READ, answers=InformatieObjectType)
def read_informatieobjecttype(_call: Call, uuid: UUID) -> InformatieObjectType:
    """Een informatieobjecttype opvragen."""
    return show_one(models.Informatieobjecttype.objects.one(uuid))


def show_one(row: models.Informatieobjecttype) -> InformatieObjectType:
    """One of them."""
    return show_all([row])[0]


def show_all(rows: Sequence[models.Informatieobjecttype], on: date | None = None) -> list[InformatieObjectType]:
    """Document types as the norm writes them, with the types that name them and are valid on the day."""
    day = on or clock.today()
    names = {row.omschrijving for row in rows}
    zaaktypen: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    relations = valid_on(
        models.ZaaktypeInformatieobjecttype.objects.filter(informatieobjecttype__in=names), day, "zaaktype__"
    )
    for catalogus_id, name, zaaktype_id in relations.order_by("zaaktype_id").values_list(
        "zaaktype__catalogus_id", "informatieobjecttype", "zaaktype_id"
    ):
        zaaktypen[catalogus_id, name].append(url_of("catalogi", "zaaktypen", zaaktype_id))
    besluittypen: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    decisions = valid_on(models.Besluittype.objects.filter(informatieobjecttypen__overlap=list(names)), day)
    for catalogus_id, named, besluittype_id in decisions.order_by("id").values_list(
        "catalogus_id", "informatieobjecttypen", "id"
    ):
        for name in named:
            besluittypen[catalogus_id, name].append(url_of("catalogi", "besluittypen", besluittype_id))
    return [
        InformatieObjectType(
            url=url_of("catalogi", "informatieobjecttypen", row.pk),
            catalogus=url_of("catalogi", "catalogussen", row.catalogus_id),
            omschrijving=row.omschrijving,
            vertrouwelijkheidaanduiding=row.vertrouwelijkheidaanduiding,
            begin_geldigheid=row.begin_geldigheid,
            einde_geldigheid=row.einde_geldigheid,
            begin_object=row.begin_object,
            einde_object=row.einde_object,
            concept=row.concept,
            zaaktypen=list(dict.fromkeys(zaaktypen[row.catalogus_id, row.omschrijving])),
            besluittypen=besluittypen[row.catalogus_id, row.omschrijving],
            informatieobjectcategorie=row.informatieobjectcategorie,
            trefwoord=row.trefwoord,
            omschrijving_generiek=show_generiek(row),
        )
        for row in rows
    ]


def show_generiek(row: models.Informatieobjecttype) -> InformatieObjectTypeOmschrijvingGeneriek | None:
    """The generic name, if there is one."""
    if not row.omschrijving_generiek:
        return None
    return InformatieObjectTypeOmschrijvingGeneriek(**{name: getattr(row, field) for name, field in GENERIEK.items()})


def store(values: Fields, _catalogus_id: UUID) -> None:
    """The generic name lies in columns of the type itself."""
    if "omschrijving_generiek" in values:
        generiek = values.pop("omschrijving_generiek")
        for name, field in GENERIEK.items():
            values[field] = "" if generiek is None else getattr(generiek, name)


TYPE = declare(
    Hoofdtype(
        path="informatieobjecttypen",
        name="informatieobjecttype",
        model=models.Informatieobjecttype,
        wire=InformatieObjectType,
        made_of=InformatieObjectType,
        show=show_one,
        store=store,
        make=commands.create_informatieobjecttype,
        change=commands.change_informatieobjecttype,
        remove=commands.remove_informatieobjecttype,
        publish=commands.publish_informatieobjecttype,
    )
)
