"""Roltypen: what people and organisations can be to zaken of a zaaktype."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.catalogi.parts import CatalogusOrNull, Dated, Part, PartFilter, declare
from stoep.catalogi import models
from stoep.foundation.rest import Text, choice

GENERIEK = choice(models.OmschrijvingGeneriekRol.values)


class RolType(Dated, kw_only=True):
    """Wat iemand kan zijn bij zaken van een zaaktype."""

    omschrijving: Annotated[str, Text(100)]
    omschrijving_generiek: Annotated[str, GENERIEK]
    catalogus: CatalogusOrNull = None


class RoltypeFilter(PartFilter, kw_only=True):
    """Filters of the list of roltypen."""

    omschrijving_generiek: Annotated[str | None, GENERIEK] = None


def show(rows: Sequence[models.Roltype]) -> list[RolType]:
    """Roltypen as the norm writes them."""
    return [
        RolType(
            url=url_of("catalogi", "roltypen", row.pk),
            zaaktype=url_of("catalogi", "zaaktypen", row.zaaktype_id),
            zaaktype_identificatie=row.zaaktype.identificatie,
            catalogus=url_of("catalogi", "catalogussen", row.zaaktype.catalogus_id),
            omschrijving=row.omschrijving,
            omschrijving_generiek=row.omschrijving_generiek,
            begin_geldigheid=row.begin_geldigheid or row.zaaktype.begin_geldigheid,
            einde_geldigheid=row.einde_geldigheid or row.zaaktype.einde_geldigheid,
            begin_object=row.begin_object,
            einde_object=row.einde_object,
        )
        for row in rows
    ]


PART = declare(
    Part(
        path="roltypen",
        name="roltype",
        model=models.Roltype,
        wire=RolType,
        made_of=RolType,
        filters=RoltypeFilter,
        show=show,
        lookups={"omschrijving_generiek": "omschrijving_generiek"},
    )
)
