"""Zaakobjecttypen: what zaken of a zaaktype can be about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.catalogi.filters import Status, Urls, ValidOn
from stoep.api.zgw.catalogi.parts import CatalogusUrl, OfZaaktype, Part, PartFilter, declare
from stoep.api.zgw.links import Link
from stoep.catalogi import models
from stoep.foundation.rest import Text, Uri


class ZaakObjectType(OfZaaktype, kw_only=True):
    """Waar zaken van een zaaktype over kunnen gaan."""

    ander_objecttype: bool
    begin_geldigheid: date
    einde_geldigheid: date | None = None
    begin_object: date | None = None
    einde_object: date | None = None
    objecttype: Annotated[str, Uri(200)]
    relatie_omschrijving: Annotated[str, Text(80)]
    resultaattypen: Urls
    statustypen: Urls
    catalogus: CatalogusUrl


class ZaakobjecttypeFilter(PartFilter, kw_only=True):
    """Filters of the list of zaakobjecttypen; the norm has no status here, so that all are shown."""

    status: Status = "alles"
    ander_objecttype: bool | None = None
    catalogus: Annotated[str | None, Link("catalogi", "catalogussen")] = None
    datum_begin_geldigheid: ValidOn = None
    datum_einde_geldigheid: ValidOn = None
    objecttype: Annotated[str | None, Uri()] = None
    relatie_omschrijving: str | None = None


def show(rows: Sequence[models.Zaakobjecttype]) -> list[ZaakObjectType]:
    """Zaakobjecttypen as the norm writes them."""
    results: dict[Any, list[str]] = {row.pk: [] for row in rows}
    for row_id, resultaattype_id in models.Zaakobjecttype.resultaattypen.through.objects.filter(
        zaakobjecttype__in=list(results)
    ).values_list("zaakobjecttype_id", "resultaattype_id"):
        results[row_id].append(url_of("catalogi", "resultaattypen", resultaattype_id))
    return [
        ZaakObjectType(
            url=url_of("catalogi", "zaakobjecttypen", row.pk),
            zaaktype=url_of("catalogi", "zaaktypen", row.zaaktype_id),
            zaaktype_identificatie=row.zaaktype.identificatie,
            catalogus=url_of("catalogi", "catalogussen", row.zaaktype.catalogus_id),
            ander_objecttype=row.ander_objecttype,
            objecttype=row.objecttype,
            relatie_omschrijving=row.relatie_omschrijving,
            resultaattypen=sorted(results[row.pk]),
            statustypen=[url_of("catalogi", "statustypen", row.statustype_id)] if row.statustype_id else [],
            begin_geldigheid=row.begin_geldigheid or row.zaaktype.begin_geldigheid,
            einde_geldigheid=row.einde_geldigheid or row.zaaktype.einde_geldigheid,
            begin_object=row.begin_object,
            einde_object=row.einde_object,
        )
        for row in rows
    ]


PART = declare(
    Part(
        path="zaakobjecttypen",
        name="zaakobjecttype",
        model=models.Zaakobjecttype,
        wire=ZaakObjectType,
        made_of=ZaakObjectType,
        filters=ZaakobjecttypeFilter,
        show=show,
        lookups={
            "ander_objecttype": "ander_objecttype",
            "catalogus": "zaaktype__catalogus",
            "datum_begin_geldigheid": "zaaktype__begin_geldigheid",
            "datum_einde_geldigheid": "zaaktype__einde_geldigheid",
            "objecttype": "objecttype",
            "relatie_omschrijving": "relatie_omschrijving",
        },
    )
)
