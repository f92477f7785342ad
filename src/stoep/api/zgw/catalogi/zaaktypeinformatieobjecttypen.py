"""Zaaktype-informatieobjecttypen: which documents belong in dossiers of a zaaktype."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from stoep.api.zgw.addresses import url_of, url_or_none
from stoep.api.zgw.catalogi.names import NameOrUrl, name_in_filter, names_of
from stoep.api.zgw.catalogi.parts import (
    OfZaaktype,
    OfZaaktypeFilter,
    Part,
    ShownUrl,
    StatustypeUrl,
    declare,
)
from stoep.api.zgw.catalogi.versions import urls_on
from stoep.catalogi import models
from stoep.foundation.rest import Number, choice

RICHTING = choice(models.Richting.values)


class ZaakTypeInformatieObjectType(OfZaaktype, kw_only=True):
    """Een soort document dat in dossiers van een zaaktype thuishoort."""

    catalogus: ShownUrl
    informatieobjecttype: Annotated[str, NameOrUrl(100)]
    volgnummer: Annotated[int, Number(1, 999)]
    richting: Annotated[str, RICHTING]
    statustype: StatustypeUrl = None


class DocumentFilter(OfZaaktypeFilter, kw_only=True):
    """Filters of the list."""

    informatieobjecttype: Annotated[str | None, NameOrUrl()] = None
    richting: Annotated[str | None, RICHTING] = None


class Documents(Part):
    """The relation goes by omschrijving, and is shown as an address."""

    def filtered(self, query: Any) -> Any:
        """A filter may name the document type in both ways."""
        rows = super().filtered(query)
        if query.informatieobjecttype is None:
            return rows
        return rows.filter(informatieobjecttype=name_in_filter(models.Informatieobjecttype, query.informatieobjecttype))


def show(rows: Sequence[models.ZaaktypeInformatieobjecttype]) -> list[ZaakTypeInformatieObjectType]:
    """The relations as the norm writes them; a document type that is valid today by its address, else by its name."""
    names = {(row.zaaktype.catalogus_id, row.informatieobjecttype) for row in rows}
    urls = urls_on(models.Informatieobjecttype, names, None)
    return [
        ZaakTypeInformatieObjectType(
            url=url_of("catalogi", "zaaktype-informatieobjecttypen", row.pk),
            zaaktype=url_of("catalogi", "zaaktypen", row.zaaktype_id),
            zaaktype_identificatie=row.zaaktype.identificatie,
            catalogus=url_of("catalogi", "catalogussen", row.zaaktype.catalogus_id),
            informatieobjecttype=next(
                iter(urls.get((row.zaaktype.catalogus_id, row.informatieobjecttype), ())), row.informatieobjecttype
            ),
            volgnummer=row.volgnummer,
            richting=row.richting,
            statustype=url_or_none("catalogi", "statustypen", row.statustype_id),
        )
        for row in rows
    ]


def store(values: dict[str, Any], zaaktype: models.Zaaktype) -> None:
    """An address is kept as the name of its type (ztc-011)."""
    if "informatieobjecttype" in values:
        name = values["informatieobjecttype"]
        values["informatieobjecttype"] = names_of(
            models.Informatieobjecttype, [name], zaaktype.catalogus_id, at="informatieobjecttype"
        )[0]


PART = declare(
    Documents(
        path="zaaktype-informatieobjecttypen",
        name="zaaktypeinformatieobjecttype",
        model=models.ZaaktypeInformatieobjecttype,
        wire=ZaakTypeInformatieObjectType,
        made_of=ZaakTypeInformatieObjectType,
        filters=DocumentFilter,
        show=show,
        store=store,
        lookups={"richting": "richting"},
    )
)
