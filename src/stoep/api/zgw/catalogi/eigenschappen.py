"""Eigenschappen: what is known of zaken of a zaaktype beside the standard fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from stoep.api.zgw.addresses import url_of, url_or_none
from stoep.api.zgw.catalogi.parts import Dated, Part, PartFilter, ShownUrl, StatustypeUrl, declare
from stoep.catalogi import models
from stoep.foundation.rest import Many, Text, Wire, choice


class EigenschapSpecificatie(Wire, kw_only=True):
    """In what form the value is written."""

    groep: Annotated[str, Text(32, blank=True)] = ""
    formaat: Annotated[str, choice(models.Formaat.values)]
    lengte: Annotated[str, Text(14)]
    kardinaliteit: Annotated[str, Text(3)]
    waardenverzameling: Annotated[list[str], Many(Text(100))] = []


class Eigenschap(Dated, kw_only=True):
    """Een gegeven dat bij zaken van een zaaktype wordt vastgelegd."""

    naam: Annotated[str, Text(20)]
    catalogus: ShownUrl
    definitie: Annotated[str, Text(255)]
    specificatie: EigenschapSpecificatie
    toelichting: Annotated[str, Text(1000, blank=True)] = ""
    statustype: StatustypeUrl = None


def show(rows: Sequence[models.Eigenschap]) -> list[Eigenschap]:
    """Eigenschappen as the norm writes them."""
    return [
        Eigenschap(
            url=url_of("catalogi", "eigenschappen", row.pk),
            zaaktype=url_of("catalogi", "zaaktypen", row.zaaktype_id),
            zaaktype_identificatie=row.zaaktype.identificatie,
            catalogus=url_of("catalogi", "catalogussen", row.zaaktype.catalogus_id),
            naam=row.naam,
            definitie=row.definitie,
            specificatie=EigenschapSpecificatie(
                groep=row.groep,
                formaat=row.formaat,
                lengte=row.lengte,
                kardinaliteit=row.kardinaliteit,
                waardenverzameling=row.waardenverzameling,
            ),
            toelichting=row.toelichting,
            statustype=url_or_none("catalogi", "statustypen", row.statustype_id),
            begin_geldigheid=row.begin_geldigheid or row.zaaktype.begin_geldigheid,
            einde_geldigheid=row.einde_geldigheid or row.zaaktype.einde_geldigheid,
            begin_object=row.begin_object,
            einde_object=row.einde_object,
        )
        for row in rows
    ]


def store(values: dict[str, Any], _zaaktype: models.Zaaktype) -> None:
    """The specification lies in columns of the eigenschap itself."""
    specificatie = values.pop("specificatie", None)
    if specificatie is not None:
        for name in ("groep", "formaat", "lengte", "kardinaliteit", "waardenverzameling"):
            values[name] = getattr(specificatie, name)


PART = declare(
    Part(
        path="eigenschappen",
        name="eigenschap",
        model=models.Eigenschap,
        wire=Eigenschap,
        made_of=Eigenschap,
        filters=PartFilter,
        show=show,
        store=store,
    )
)
