"""Zaaktypen: one version of a sort of case, with the addresses of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, TypeAlias
from uuid import UUID

from stoep.api.zgw.addresses import is_ours, url_of
from stoep.api.zgw.catalogi.api import API
from stoep.api.zgw.catalogi.filters import READ, Status, Urls, ValidOn, newest_first, valid_on, with_status
from stoep.api.zgw.catalogi.hoofdtypen import Hoofdtype, declare
from stoep.api.zgw.catalogi.names import NameOrUrl, name_of, names_of
from stoep.api.zgw.catalogi.parts import CatalogusUrl, Fields
from stoep.api.zgw.catalogi.versions import Name, flattened, urls_on
from stoep.api.zgw.links import Link, OwnUrl, id_of
from stoep.catalogi import commands
from stoep.catalogi.commands import Relatie
from stoep.catalogi.models import (
    AardRelatie,
    Besluittype,
    Eigenschap,
    IndicatieInternOfExtern,
    Informatieobjecttype,
    Resultaattype,
    Roltype,
    Statustype,
    Vertrouwelijkheidaanduiding,
    Zaakobjecttype,
    Zaaktype,
    ZaaktypeInformatieobjecttype,
    Zaaktyperelatie,
)
from stoep.foundation.rest import (
    Call,
    Duration,
    Flag,
    Many,
    Paged,
    PageFilter,
    Text,
    Uri,
    Wire,
    choice,
    page_of,
)

Parts: TypeAlias = Mapping[str, Mapping[UUID, Any]]
GROUPS = {"broncatalogus": ("url", "domein", "rsin"), "bronzaaktype": ("url", "identificatie", "omschrijving")}
TRANSFERRED = (
    "identificatie",
    "omschrijving",
    "omschrijving_generiek",
    "vertrouwelijkheidaanduiding",
    "doel",
    "aanleiding",
    "toelichting",
    "indicatie_intern_of_extern",
    "handeling_initiator",
    "onderwerp",
    "handeling_behandelaar",
    "doorlooptijd",
    "opschorting_en_aanhouding_mogelijk",
    "verlenging_mogelijk",
    "trefwoorden",
    "publicatie_indicatie",
    "publicatietekst",
    "verantwoordingsrelatie",
    "producten_of_diensten",
    "selectielijst_procestype",
    "verantwoordelijke",
    "begin_geldigheid",
    "einde_geldigheid",
    "begin_object",
    "einde_object",
    "versiedatum",
    "concept",
)


class ReferentieProces(Wire, kw_only=True):
    """The process that a zaaktype follows."""

    naam: Annotated[str, Text(80)]
    link: Annotated[str, Uri(200, blank=True)] = ""


class BronCatalogus(Wire, kw_only=True):
    """The catalogus that a zaaktype was taken from."""

    url: Annotated[str, Uri(200)]
    domein: Annotated[str, Text(5)]
    rsin: Annotated[str, Text(9)]


class BronZaaktype(Wire, kw_only=True):
    """The zaaktype that this one was taken from."""

    url: Annotated[str, Uri(200)]
    identificatie: Annotated[str, Text(50)]
    omschrijving: Annotated[str, Text(80)]


class ZaakTypenRelatie(Wire, kw_only=True):
    """A zaaktype that bears on this one."""

    zaaktype: Annotated[str, Uri(200)]
    aard_relatie: Annotated[str, choice(AardRelatie.values)]
    toelichting: Annotated[str, Text(255, blank=True)] = ""


class ZaakType(Wire, kw_only=True):
    """Een versie van een soort zaak."""

    url: Annotated[str, OwnUrl()]
    identificatie: Annotated[str, Text(50)]
    omschrijving: Annotated[str, Text(80)]
    omschrijving_generiek: Annotated[str, Text(80, blank=True)] = ""
    vertrouwelijkheidaanduiding: Annotated[str, choice(Vertrouwelijkheidaanduiding.values)]
    doel: Annotated[str, Text()]
    aanleiding: Annotated[str, Text()]
    toelichting: Annotated[str, Text(blank=True)] = ""
    indicatie_intern_of_extern: Annotated[str, choice(IndicatieInternOfExtern.values)]
    handeling_initiator: Annotated[str, Text(20)]
    onderwerp: Annotated[str, Text(80)]
    handeling_behandelaar: Annotated[str, Text(20)]
    doorlooptijd: Annotated[str, Duration()]
    servicenorm: Annotated[str | None, Duration()] = None
    opschorting_en_aanhouding_mogelijk: bool
    verlenging_mogelijk: bool
    verlengingstermijn: Annotated[str | None, Duration()] = None
    trefwoorden: Annotated[list[str], Many(Text(30))] = []
    publicatie_indicatie: bool
    publicatietekst: Annotated[str, Text(blank=True)] = ""
    verantwoordingsrelatie: Annotated[list[str], Many(Text(40))] = []
    producten_of_diensten: Annotated[list[str], Many(Uri(1000))]
    selectielijst_procestype: Annotated[str, Uri(200, blank=True)] = ""
    referentieproces: ReferentieProces
    verantwoordelijke: Annotated[str, Text(50)]
    zaakobjecttypen: Urls
    broncatalogus: BronCatalogus | None = None
    bronzaaktype: BronZaaktype | None = None
    catalogus: CatalogusUrl
    statustypen: Urls
    resultaattypen: Urls
    eigenschappen: Urls
    informatieobjecttypen: Urls
    roltypen: Urls
    besluittypen: Annotated[list[str], Many(Uri())]
    deelzaaktypen: Annotated[list[str], Many(Uri(), item_nullable=True)] = []
    gerelateerde_zaaktypen: list[ZaakTypenRelatie]
    begin_geldigheid: date
    einde_geldigheid: date | None = None
    begin_object: date | None = None
    einde_object: date | None = None
    versiedatum: date
    concept: Annotated[bool, Flag(read_only=True)]


class ZaakTypenRelatieCreate(Wire, kw_only=True):
    """A zaaktype that bears on this one, by identificatie or by address."""

    zaaktype: Annotated[str, Text(1000)]
    aard_relatie: Annotated[str, choice(AardRelatie.values)]
    toelichting: Annotated[str, Text(255, blank=True)] = ""


class ZaakTypeCreate(ZaakType, kw_only=True):
    """A zaaktype that is given: what it names by omschrijving or identificatie, or by address."""

    besluittypen: Annotated[list[str], Many(NameOrUrl())]
    deelzaaktypen: Annotated[list[str], Many(NameOrUrl())]
    gerelateerde_zaaktypen: list[ZaakTypenRelatieCreate]  # type: ignore[assignment]


class ZaaktypeFilter(PageFilter, kw_only=True):
    """Filters of the list of zaaktypen."""

    catalogus: Annotated[str | None, Link("catalogi", "catalogussen")] = None
    identificatie: str | None = None
    trefwoorden: Annotated[list[str], Many(Text())] = []
    status: Status = "definitief"
    datum_geldigheid: ValidOn = None


class ValidOnFilter(Wire, kw_only=True):
    """On which day the relations of a type are shown."""

    datum_geldigheid: ValidOn = None


@API.get("zaaktypen", scopes=READ, answers=ZaakType, shape="pages", query=ZaaktypeFilter)
def list_zaaktypen(_call: Call, query: ZaaktypeFilter) -> Paged[ZaakType]:
    """Alle zaaktypen opvragen."""
    rows = valid_on(with_status(newest_first(Zaaktype.objects.all()), query.status), query.datum_geldigheid)
    if query.catalogus is not None:
        rows = rows.filter(catalogus=id_of(query.catalogus))
    if query.identificatie is not None:
        rows = rows.filter(identificatie=query.identificatie)
    if query.trefwoorden:
        rows = rows.filter(trefwoorden__overlap=query.trefwoorden)
    return page_of(rows, query.page, lambda page: show_zaaktypen(page, query.datum_geldigheid))


@API.get("zaaktypen/{uuid}", scopes=READ, answers=ZaakType, query=ValidOnFilter)
def read_zaaktype(_call: Call, uuid: UUID, query: ValidOnFilter) -> ZaakType:
    """Een zaaktype opvragen."""
    return show_zaaktypen([Zaaktype.objects.one(uuid)], query.datum_geldigheid)[0]


def show_zaaktypen(rows: Sequence[Zaaktype], on: date | None = None) -> list[ZaakType]:
    """Zaaktypen as the norm writes them: a number of queries that does not grow with the rows."""
    ids = [row.pk for row in rows]
    parts: Parts = {
        "statustypen": urls_of_parts(Statustype, "statustypen", ids),
        "resultaattypen": urls_of_parts(Resultaattype, "resultaattypen", ids),
        "eigenschappen": urls_of_parts(Eigenschap, "eigenschappen", ids),
        "roltypen": urls_of_parts(Roltype, "roltypen", ids),
        "zaakobjecttypen": urls_of_parts(Zaakobjecttype, "zaakobjecttypen", ids),
    }
    documents = named_documents(ids)
    relations: dict[UUID, list[Zaaktyperelatie]] = defaultdict(list)
    for relation in Zaaktyperelatie.objects.filter(zaaktype__in=ids).order_by("id"):
        relations[relation.zaaktype_id].append(relation)
    names = Names(rows, documents, relations, on)
    return [show_zaaktype(row, parts, documents[row.pk], relations[row.pk], names) for row in rows]


class Names:
    """The versions on a day of everything that these zaaktypen name."""

    def __init__(
        self,
        rows: Sequence[Zaaktype],
        documents: Mapping[UUID, Sequence[str]],
        relations: Mapping[UUID, Sequence[Zaaktyperelatie]],
        on: date | None,
    ) -> None:
        self.informatieobjecttypen = urls_on(Informatieobjecttype, pairs(rows, lambda row: documents[row.pk]), on)
        self.besluittypen = urls_on(Besluittype, pairs(rows, lambda row: row.besluittypen), on)
        self.zaaktypen = urls_on(
            Zaaktype,
            pairs(rows, lambda row: [*row.deelzaaktypen, *(each.gerelateerd_zaaktype for each in relations[row.pk])]),
            on,
        )


def pairs(rows: Iterable[Zaaktype], names_of: Any) -> set[Name]:
    """Each name with the catalogus in which it stands."""
    return {(row.catalogus_id, name) for row in rows for name in names_of(row)}


def urls_of_parts(model: Any, resource: str, zaaktype_ids: Sequence[UUID]) -> Mapping[UUID, list[str]]:
    """The addresses of one sort of parts, by zaaktype."""
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = model.objects.filter(zaaktype__in=zaaktype_ids).order_by("id").values_list("zaaktype_id", "id")
    for zaaktype_id, row_id in rows:
        found[zaaktype_id].append(url_of("catalogi", resource, row_id))
    return found


def named_documents(zaaktype_ids: Sequence[UUID]) -> Mapping[UUID, list[str]]:
    """Which document types belong in dossiers of each zaaktype, by omschrijving."""
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = ZaaktypeInformatieobjecttype.objects.filter(zaaktype__in=zaaktype_ids).order_by("volgnummer")
    for zaaktype_id, omschrijving in rows.values_list("zaaktype_id", "informatieobjecttype"):
        found[zaaktype_id].append(omschrijving)
    return found


def show_zaaktype(
    row: Zaaktype,
    parts: Parts,
    documents: Sequence[str],
    relations: Sequence[Zaaktyperelatie],
    names: Names,
) -> ZaakType:
    """One zaaktype, from what was read for all of them."""
    return ZaakType(
        url=url_of("catalogi", "zaaktypen", row.pk),
        catalogus=url_of("catalogi", "catalogussen", row.catalogus_id),
        servicenorm=row.servicenorm or None,
        verlengingstermijn=row.verlengingstermijn or None,
        referentieproces=ReferentieProces(naam=row.referentieproces_naam, link=row.referentieproces_link),
        broncatalogus=BronCatalogus(
            url=row.broncatalogus_url, domein=row.broncatalogus_domein, rsin=row.broncatalogus_rsin
        )
        if row.broncatalogus_url
        else None,
        bronzaaktype=BronZaaktype(
            url=row.bronzaaktype_url,
            identificatie=row.bronzaaktype_identificatie,
            omschrijving=row.bronzaaktype_omschrijving,
        )
        if row.bronzaaktype_url
        else None,
        informatieobjecttypen=flattened(names.informatieobjecttypen, row.catalogus_id, documents),
        besluittypen=flattened(names.besluittypen, row.catalogus_id, row.besluittypen),
        deelzaaktypen=flattened(names.zaaktypen, row.catalogus_id, row.deelzaaktypen),
        gerelateerde_zaaktypen=[shown for each in relations for shown in show_relation(row, each, names)],
        **{name: by_zaaktype[row.pk] for name, by_zaaktype in parts.items()},
        **{name: getattr(row, name) for name in TRANSFERRED},
    )


def show_relation(row: Zaaktype, relation: Zaaktyperelatie, names: Names) -> list[ZaakTypenRelatie]:
    """A relation by identificatie, as the addresses of its versions; one by address stays as it is."""
    given = relation.gerelateerd_zaaktype
    urls = [given] if "://" in given else names.zaaktypen.get((row.catalogus_id, given), ())
    return [
        ZaakTypenRelatie(zaaktype=url, aard_relatie=relation.aard_relatie, toelichting=relation.toelichting)
        for url in urls
    ]


def show_one(row: Zaaktype) -> ZaakType:
    """One zaaktype, with its relations as they are today."""
    return show_zaaktypen([row])[0]


def store(values: Fields, catalogus_id: UUID) -> None:
    """Groups lie in columns of the zaaktype itself; relations go by name (ztc-011a)."""
    if "referentieproces" in values:
        proces = values.pop("referentieproces")
        values["referentieproces_naam"], values["referentieproces_link"] = proces.naam, proces.link
    for group, names in GROUPS.items():
        if group in values:
            part = values.pop(group)
            values |= {f"{group}_{name}": "" if part is None else getattr(part, name) for name in names}
    for name, model in (("besluittypen", Besluittype), ("deelzaaktypen", Zaaktype)):
        if name in values:
            values[name] = names_of(model, values[name], catalogus_id, at=name)
    if "gerelateerde_zaaktypen" in values:
        values["gerelateerde_zaaktypen"] = [
            Relatie(related_name(each.zaaktype, catalogus_id), each.aard_relatie, each.toelichting)
            for each in values["gerelateerde_zaaktypen"]
        ]


def related_name(given: str, catalogus_id: UUID) -> str:
    """A zaaktype of ours by identificatie; one of elsewhere keeps its address."""
    return name_of(Zaaktype, given, catalogus_id, at="gerelateerde_zaaktypen") if is_ours(given) else given


TYPE = declare(
    Hoofdtype(
        path="zaaktypen",
        name="zaaktype",
        model=Zaaktype,
        wire=ZaakType,
        made_of=ZaakTypeCreate,
        show=show_one,
        store=store,
        make=commands.create_zaaktype,
        change=commands.change_zaaktype,
        remove=commands.remove_zaaktype,
        publish=commands.publish_zaaktype,
    )
)
