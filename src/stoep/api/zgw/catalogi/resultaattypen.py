"""Resultaattypen: how zaken of a zaaktype can end, and what the archive then does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from msgspec import field

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.catalogi.filters import ValidOn
from stoep.api.zgw.catalogi.names import NameOrUrl, names_of
from stoep.api.zgw.catalogi.parts import CatalogusOrNull, Dated, Fields, Part, PartFilter, ShownText, declare
from stoep.api.zgw.catalogi.versions import Versioned, flattened, urls_on
from stoep.catalogi import models
from stoep.catalogi.commands import archive_fields
from stoep.catalogi.rules.archiefregel import Brondatumprocedure
from stoep.foundation.rest import Duration, Many, Text, Uri, Wire, choice

TextsShown = Annotated[list[str], Many(Text(), read_only=True)]
NAMED: dict[str, Versioned] = {"besluittypen": models.Besluittype, "informatieobjecttypen": models.Informatieobjecttype}


class BrondatumArchiefprocedure(Wire, kw_only=True):
    """From which day the archive counts."""

    afleidingswijze: Annotated[str, choice(models.Afleidingswijze.values)]
    datumkenmerk: Annotated[str, Text(80, blank=True)] = ""
    einddatum_bekend: bool = False
    objecttype: Annotated[str, choice(models.Objecttype.values, blank=True)] = ""
    registratie: Annotated[str, Text(80, blank=True)] = ""
    procestermijn: Annotated[str | None, Duration()] = None


class ResultaatType(Dated, kw_only=True):
    """Hoe een zaak kan eindigen, en wat het archief dan met het dossier doet."""

    omschrijving: Annotated[str, Text(30)]
    resultaattypeomschrijving: Annotated[str, Uri(1000)]
    omschrijving_generiek: ShownText
    selectielijstklasse: Annotated[str, Uri(1000)]
    toelichting: Annotated[str, Text(blank=True)] = ""
    archiefnominatie: Annotated[str, choice(models.Archiefnominatie.values, blank=True)] = ""
    archiefactietermijn: Annotated[str | None, Duration()] = None
    brondatum_archiefprocedure: BrondatumArchiefprocedure | None = None
    procesobjectaard: Annotated[str | None, Text(200, blank=True)] = None
    catalogus: CatalogusOrNull = None
    indicatie_specifiek: bool | None = None
    procestermijn: Annotated[str | None, Duration()] = None
    besluittypen: Annotated[list[str], Many(NameOrUrl(uri=True), item_nullable=True)] = []
    besluittype_omschrijving: TextsShown
    informatieobjecttypen: Annotated[list[str], Many(NameOrUrl(uri=True), item_nullable=True)] = []
    informatieobjecttype_omschrijving: TextsShown


class ResultaatTypeCreate(ResultaatType, kw_only=True):
    """A resultaattype that is given: its decision types by omschrijving, or by address."""

    besluittypen: Annotated[list[str], Many(NameOrUrl())]


class ResultaatTypeUpdate(ResultaatType, kw_only=True):
    """A resultaattype after it was replaced."""

    besluittypen: Annotated[list[str], Many(NameOrUrl())]


class ResultaattypeFilter(PartFilter, kw_only=True):
    """Filters of the list; the official file writes two of them in another way than all other lists, both work."""

    snake_zaaktype: Annotated[str | None, Text()] = field(default=None, name="zaaktype_identificatie")
    snake_datum: ValidOn = field(default=None, name="datum_geldigheid")


def show(rows: Sequence[models.Resultaattype], on: date | None = None) -> list[ResultaatType]:
    """Resultaattypen as the norm writes them."""
    named = {
        name: urls_on(model, {(row.zaaktype.catalogus_id, each) for row in rows for each in getattr(row, name)}, on)
        for name, model in NAMED.items()
    }
    return [
        ResultaatType(
            url=url_of("catalogi", "resultaattypen", row.pk),
            zaaktype=url_of("catalogi", "zaaktypen", row.zaaktype_id),
            zaaktype_identificatie=row.zaaktype.identificatie,
            catalogus=url_of("catalogi", "catalogussen", row.zaaktype.catalogus_id),
            omschrijving=row.omschrijving,
            resultaattypeomschrijving=row.resultaattypeomschrijving,
            omschrijving_generiek=row.omschrijving_generiek,
            selectielijstklasse=row.selectielijstklasse,
            toelichting=row.toelichting,
            archiefnominatie=row.archiefnominatie,
            archiefactietermijn=row.archiefactietermijn or None,
            brondatum_archiefprocedure=show_procedure(row),
            procesobjectaard=row.procesobjectaard or None,
            indicatie_specifiek=row.indicatie_specifiek,
            procestermijn=row.procestermijn or None,
            besluittypen=flattened(named["besluittypen"], row.zaaktype.catalogus_id, row.besluittypen),
            besluittype_omschrijving=row.besluittypen,
            informatieobjecttypen=flattened(
                named["informatieobjecttypen"], row.zaaktype.catalogus_id, row.informatieobjecttypen
            ),
            informatieobjecttype_omschrijving=row.informatieobjecttypen,
            begin_geldigheid=row.begin_geldigheid or row.zaaktype.begin_geldigheid,
            einde_geldigheid=row.einde_geldigheid or row.zaaktype.einde_geldigheid,
            begin_object=row.begin_object,
            einde_object=row.einde_object,
        )
        for row in rows
    ]


def show_procedure(row: models.Resultaattype) -> BrondatumArchiefprocedure | None:
    """The parts of brondatumArchiefprocedure."""
    if not row.afleidingswijze:
        return None
    return BrondatumArchiefprocedure(
        afleidingswijze=row.afleidingswijze,
        datumkenmerk=row.datumkenmerk,
        einddatum_bekend=row.einddatum_bekend,
        objecttype=row.objecttype,
        registratie=row.registratie,
        procestermijn=row.brondatum_procestermijn or None,
    )


def store(values: Fields, zaaktype: models.Zaaktype) -> None:
    """The procedure lies in columns of its own; relations go by name (ztc-011a)."""
    if "brondatum_archiefprocedure" in values:
        given = values.pop("brondatum_archiefprocedure")
        values |= archive_fields(
            Brondatumprocedure("afgehandeld")
            if given is None
            else Brondatumprocedure(
                given.afleidingswijze,
                given.datumkenmerk,
                given.einddatum_bekend,
                given.objecttype,
                given.registratie,
                given.procestermijn or "",
            )
        )
    for name, model in NAMED.items():
        if name in values:
            values[name] = names_of(model, values[name], zaaktype.catalogus_id, at=name)


class Results(Part):
    """The list has two filters under two names each."""

    def filtered(self, query: Any) -> Any:
        """Both spellings mean the same."""
        query.zaaktype_identificatie = query.zaaktype_identificatie or query.snake_zaaktype
        query.datum_geldigheid = query.datum_geldigheid or query.snake_datum
        return super().filtered(query)


PART = declare(
    Results(
        path="resultaattypen",
        name="resultaattype",
        model=models.Resultaattype,
        wire=ResultaatType,
        made_of=ResultaatTypeCreate,
        put_answers=ResultaatTypeUpdate,
        filters=ResultaattypeFilter,
        show=show,
        store=store,
    )
)
