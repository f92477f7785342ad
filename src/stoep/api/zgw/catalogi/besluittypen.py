"""Besluittypen: one version of a sort of decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.catalogi.api import API
from stoep.api.zgw.catalogi.filters import READ, Status, Urls, ValidOn, newest_first, valid_on, with_status
from stoep.api.zgw.catalogi.hoofdtypen import Hoofdtype, declare
from stoep.api.zgw.catalogi.names import NameOrUrl, name_in_filter, names_of
from stoep.api.zgw.catalogi.parts import CatalogusUrl, Fields
from stoep.api.zgw.catalogi.versions import flattened, urls_on
from stoep.api.zgw.links import Link, OwnUrl, id_of
from stoep.catalogi import commands, models
from stoep.foundation import clock
from stoep.foundation.rest import Call, Duration, Flag, Many, Paged, PageFilter, Text, Uri, Wire, page_of

TextsShown = Annotated[list[str], Many(Text(), read_only=True)]


class BesluitType(Wire, kw_only=True):
    """Een versie van een soort besluit."""

    url: Annotated[str, OwnUrl()]
    catalogus: CatalogusUrl
    zaaktypen: Urls
    omschrijving: Annotated[str, Text(80, blank=True)] = ""
    omschrijving_generiek: Annotated[str, Text(80, blank=True)] = ""
    besluitcategorie: Annotated[str, Text(40, blank=True)] = ""
    reactietermijn: Annotated[str | None, Duration()] = None
    publicatie_indicatie: bool
    publicatietekst: Annotated[str, Text(blank=True)] = ""
    publicatietermijn: Annotated[str | None, Duration()] = None
    toelichting: Annotated[str, Text(blank=True)] = ""
    informatieobjecttypen: Annotated[list[str], Many(Uri())]
    begin_geldigheid: date
    einde_geldigheid: date | None = None
    begin_object: date | None = None
    einde_object: date | None = None
    concept: Annotated[bool, Flag(read_only=True)]
    resultaattypen: Urls
    resultaattypen_omschrijving: TextsShown
    vastgelegd_in: TextsShown


class BesluitTypeCreate(BesluitType, kw_only=True):
    """A besluittype that is given: its document types by omschrijving, or by address."""

    informatieobjecttypen: Annotated[list[str], Many(NameOrUrl())]


class BesluittypeFilter(PageFilter, kw_only=True):
    """Filters of the list of besluittypen."""

    catalogus: Annotated[str | None, Link("catalogi", "catalogussen")] = None
    zaaktypen: str | None = None
    informatieobjecttypen: str | None = None
    status: Status = "definitief"
    omschrijving: str | None = None
    datum_geldigheid: ValidOn = None


@API.get("besluittypen", scopes=READ, answers=BesluitType, shape="pages", query=BesluittypeFilter)
def list_besluittypen(_call: Call, query: BesluittypeFilter) -> Paged[BesluitType]:
    """Alle besluittypen opvragen."""
    rows = newest_first(models.Besluittype.objects.all())
    rows = valid_on(with_status(rows, query.status), query.datum_geldigheid)
    if query.catalogus is not None:
        rows = rows.filter(catalogus=id_of(query.catalogus))
    if query.omschrijving is not None:
        rows = rows.filter(omschrijving=query.omschrijving)
    if query.informatieobjecttypen is not None:
        name = name_in_filter(models.Informatieobjecttype, query.informatieobjecttypen)
        rows = rows.filter(informatieobjecttypen__contains=[name]) if name is not None else rows.none()
    if query.zaaktypen is not None:
        rows = rows.filter(omschrijving__in=decisions_of(query.zaaktypen))
    return page_of(rows, query.page, lambda page: show_all(page, query.datum_geldigheid))


def decisions_of(zaaktype: str) -> list[str]:
    """The decision types that zaaktypen name, given by address or identificatie."""
    identificatie = name_in_filter(models.Zaaktype, zaaktype)
    lists = models.Zaaktype.objects.filter(identificatie=identificatie).values_list("besluittypen", flat=True)
    return sorted({name for names in lists for name in names})


@API.get("besluittypen/{uuid}", scopes=READ, answers=BesluitType)
def read_besluittype(_call: Call, uuid: UUID) -> BesluitType:
    """Een besluittype opvragen."""
    return show_one(models.Besluittype.objects.one(uuid))


def show_one(row: models.Besluittype) -> BesluitType:
    """One of them."""
    return show_all([row])[0]


def show_all(rows: Sequence[models.Besluittype], on: date | None = None) -> list[BesluitType]:
    """Decision types as the norm writes them, with the types that name them and are valid on the day."""
    day = on or clock.today()
    names = [row.omschrijving for row in rows]
    documents = urls_on(
        models.Informatieobjecttype,
        {(row.catalogus_id, name) for row in rows for name in row.informatieobjecttypen},
        on,
    )
    zaaktypen: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    for catalogus_id, named, row_id in (
        valid_on(models.Zaaktype.objects.filter(besluittypen__overlap=names), day)
        .order_by("id")
        .values_list("catalogus_id", "besluittypen", "id")
    ):
        for name in named:
            zaaktypen[catalogus_id, name].append(url_of("catalogi", "zaaktypen", row_id))
    results: dict[tuple[UUID, str], list[tuple[str, str]]] = defaultdict(list)
    for catalogus_id, named, row_id, omschrijving in (
        valid_on(models.Resultaattype.objects.filter(besluittypen__overlap=names), day, "zaaktype__")
        .order_by("id")
        .values_list("zaaktype__catalogus_id", "besluittypen", "id", "omschrijving")
    ):
        for name in named:
            results[catalogus_id, name].append((url_of("catalogi", "resultaattypen", row_id), omschrijving))
    return [show_row(row, documents, zaaktypen, results) for row in rows]


def show_row(row: models.Besluittype, documents: Any, zaaktypen: Any, results: Any) -> BesluitType:
    """One, from what was read for all of them."""
    place = (row.catalogus_id, row.omschrijving)
    return BesluitType(
        url=url_of("catalogi", "besluittypen", row.pk),
        catalogus=url_of("catalogi", "catalogussen", row.catalogus_id),
        zaaktypen=zaaktypen[place],
        omschrijving=row.omschrijving,
        omschrijving_generiek=row.omschrijving_generiek,
        besluitcategorie=row.besluitcategorie,
        reactietermijn=row.reactietermijn or None,
        publicatie_indicatie=row.publicatie_indicatie,
        publicatietekst=row.publicatietekst,
        publicatietermijn=row.publicatietermijn or None,
        toelichting=row.toelichting,
        informatieobjecttypen=flattened(documents, row.catalogus_id, row.informatieobjecttypen),
        begin_geldigheid=row.begin_geldigheid,
        einde_geldigheid=row.einde_geldigheid,
        begin_object=row.begin_object,
        einde_object=row.einde_object,
        concept=row.concept,
        resultaattypen=[url for url, _omschrijving in results[place]],
        resultaattypen_omschrijving=[omschrijving for _url, omschrijving in results[place]],
        vastgelegd_in=row.informatieobjecttypen,
    )


def store(values: Fields, catalogus_id: UUID) -> None:
    """Relations go by name (ztc-011b)."""
    if "informatieobjecttypen" in values:
        given = values["informatieobjecttypen"]
        values["informatieobjecttypen"] = names_of(
            models.Informatieobjecttype, given, catalogus_id, at="informatieobjecttypen"
        )


TYPE = declare(
    Hoofdtype(
        path="besluittypen",
        name="besluittype",
        model=models.Besluittype,
        wire=BesluitType,
        made_of=BesluitTypeCreate,
        show=show_one,
        store=store,
        make=commands.create_besluittype,
        change=commands.change_besluittype,
        remove=commands.remove_besluittype,
        publish=commands.publish_besluittype,
    )
)
