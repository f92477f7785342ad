"""The Selectielijst as Stoep has loaded it: who may read types may read this, and so may everybody."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import Link, OwnUrl, id_of
from stoep.api.zgw.selectielijst.api import API
from stoep.catalogi import models
from stoep.catalogi.commands.load_selectielijst import TAAKGEBIEDEN
from stoep.foundation.rest import Call, Flag, Number, Paged, PageFilter, Text, Wire, page_of
from stoep.foundation.rest.problems import camel

EVERYBODY: tuple[str, ...] = ()


class ProcesType(Wire, kw_only=True):
    """Een soort proces van de selectielijst."""

    url: Annotated[str, OwnUrl()]
    nummer: Annotated[int, Number(0)]
    jaar: Annotated[int, Number(0)]
    naam: Annotated[str, Text(100)]
    omschrijving: Annotated[str, Text(300)]
    toelichting: Annotated[str, Text()]
    procesobject: Annotated[str, Text(80)]


class Resultaat(Wire, kw_only=True):
    """Hoe een proces kan eindigen, en hoe lang het dossier dan bewaard wordt."""

    url: Annotated[str, OwnUrl()]
    proces_type: Annotated[str, Link("selectielijst", "procestypen")]
    nummer: Annotated[int, Number(0)]
    volledig_nummer: Annotated[str, Text(read_only=True)]
    generiek: Annotated[bool, Flag(read_only=True)]
    specifiek: Annotated[bool, Flag(read_only=True)]
    naam: Annotated[str, Text(100)]
    omschrijving: Annotated[str, Text(400)]
    herkomst: Annotated[str, Text(200)]
    waardering: Annotated[str, Text(50)]
    procestermijn: Annotated[str, Text(50)]
    procestermijn_weergave: Annotated[str, Text(read_only=True)]
    procestermijn_opmerking: Annotated[str, Text(200)]
    bewaartermijn: str | None
    toelichting: Annotated[str, Text()]
    algemeen_bestuur_en_inrichting_organisatie: bool
    bedrijfsvoering_en_personeel: bool
    publieke_informatie_en_registratie: bool
    burgerzaken: bool
    veiligheid: bool
    verkeer_en_vervoer: bool
    economie: bool
    onderwijs: bool
    sport_cultuur_en_recreatie: bool
    sociaal_domein: bool
    volksgezonheid_en_milieu: bool
    vhrosv: bool
    heffen_belastingen: bool
    alle_taakgebieden: bool


class ResultaattypeOmschrijvingGeneriek(Wire, kw_only=True):
    """Een algemeen woord voor hoe een zaak kan eindigen."""

    url: Annotated[str, OwnUrl()]
    omschrijving: Annotated[str, Text(20)]
    definitie: Annotated[str, Text(255)]
    opmerking: Annotated[str, Text(255)]


class ProcestypeFilter(Wire, kw_only=True):
    """Filters of the processes."""

    jaar: Annotated[int | None, Number(0, 9999)] = None


class ResultaatFilter(PageFilter, kw_only=True):
    """Filters of the results."""

    proces_type: Annotated[str | None, Link("selectielijst", "procestypen")] = None


AREAS = {attribute: name for attribute in Resultaat.__struct_fields__ if (name := camel(attribute)) in TAAKGEBIEDEN}


@API.get("procestypen", scopes=EVERYBODY, answers=ProcesType, shape="list", query=ProcestypeFilter)
def list_procestypen(_call: Call, query: ProcestypeFilter) -> list[ProcesType]:
    """Alle procestypen van de selectielijst opvragen."""
    rows = models.Procestype.objects.all()
    return [show_procestype(row) for row in (rows if query.jaar is None else rows.filter(jaar=query.jaar))]


@API.get("procestypen/{uuid}", scopes=EVERYBODY, answers=ProcesType)
def read_procestype(_call: Call, uuid: UUID) -> ProcesType:
    """Een procestype opvragen."""
    return show_procestype(models.Procestype.objects.one(uuid))


@API.get("resultaten", scopes=EVERYBODY, answers=Resultaat, shape="pages", query=ResultaatFilter)
def list_resultaten(_call: Call, query: ResultaatFilter) -> Paged[Resultaat]:
    """Alle resultaten van de selectielijst opvragen."""
    rows = models.Selectielijstresultaat.objects.all()
    if query.proces_type is not None:
        rows = rows.filter(procestype=id_of(query.proces_type))
    return page_of(rows, query.page, lambda page: [show_resultaat(row) for row in page])


@API.get("resultaten/{uuid}", scopes=EVERYBODY, answers=Resultaat)
def read_resultaat(_call: Call, uuid: UUID) -> Resultaat:
    """Een resultaat opvragen."""
    return show_resultaat(models.Selectielijstresultaat.objects.one(uuid))


@API.get("resultaattypeomschrijvingen", scopes=EVERYBODY, answers=ResultaattypeOmschrijvingGeneriek, shape="list")
def list_omschrijvingen(_call: Call) -> list[ResultaattypeOmschrijvingGeneriek]:
    """Alle generieke omschrijvingen van resultaten opvragen."""
    return [show_omschrijving(row) for row in models.Resultaattypeomschrijving.objects.all()]


@API.get("resultaattypeomschrijvingen/{uuid}", scopes=EVERYBODY, answers=ResultaattypeOmschrijvingGeneriek)
def read_omschrijving(_call: Call, uuid: UUID) -> ResultaattypeOmschrijvingGeneriek:
    """Een generieke omschrijving opvragen."""
    return show_omschrijving(models.Resultaattypeomschrijving.objects.one(uuid))


def show_procestype(row: models.Procestype) -> ProcesType:
    """A process on the wire."""
    return ProcesType(
        url=url_of("selectielijst", "procestypen", row.pk),
        nummer=row.nummer,
        jaar=row.jaar,
        naam=row.naam,
        omschrijving=row.omschrijving,
        toelichting=row.toelichting,
        procesobject=row.procesobject,
    )


def show_resultaat(row: models.Selectielijstresultaat) -> Resultaat:
    """A result on the wire."""
    areas = {attribute: name in row.taakgebieden for attribute, name in AREAS.items()}
    return Resultaat(
        url=url_of("selectielijst", "resultaten", row.pk),
        proces_type=url_of("selectielijst", "procestypen", row.procestype_id),
        nummer=row.nummer,
        volledig_nummer=row.volledig_nummer,
        generiek=row.generiek,
        specifiek=row.specifiek,
        naam=row.naam,
        omschrijving=row.omschrijving,
        herkomst=row.herkomst,
        waardering=row.waardering,
        procestermijn=row.procestermijn,
        procestermijn_weergave=row.procestermijn_weergave,
        procestermijn_opmerking=row.procestermijn_opmerking,
        bewaartermijn=row.bewaartermijn or None,
        toelichting=row.toelichting,
        **areas,
    )


def show_omschrijving(row: models.Resultaattypeomschrijving) -> ResultaattypeOmschrijvingGeneriek:
    """A generic word on the wire."""
    return ResultaattypeOmschrijvingGeneriek(
        url=url_of("selectielijst", "resultaattypeomschrijvingen", row.pk),
        omschrijving=row.omschrijving,
        definitie=row.definitie,
        opmerking=row.opmerking,
    )
