"""Statustypen: the phases of a zaaktype."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.catalogi.parts import Dated, Part, PartFilter, ShownUrl, declare
from stoep.api.zgw.links import Link
from stoep.catalogi import models
from stoep.foundation.rest import Duration, Flag, Many, Number, Text, Wire


class CheckListItem(Wire, kw_only=True):
    """Something to check before the phase is over."""

    itemnaam: Annotated[str, Text(30)]
    toelichting: Annotated[str | None, Text(1000, blank=True)] = None
    vraagstelling: Annotated[str, Text(255)]
    verplicht: bool = False


class StatusType(Dated, kw_only=True):
    """Een fase in de behandeling van zaken van een zaaktype."""

    omschrijving: Annotated[str, Text(80)]
    omschrijving_generiek: Annotated[str, Text(80, blank=True)] = ""
    statustekst: Annotated[str, Text(1000, blank=True)] = ""
    catalogus: ShownUrl
    volgnummer: Annotated[int, Number(1, 9999)]
    is_eindstatus: Annotated[bool, Flag(read_only=True)]
    informeren: bool = False
    doorlooptijd: Annotated[str | None, Duration()] = None
    toelichting: Annotated[str | None, Text(1000, blank=True)] = None
    checklistitem_statustype: list[CheckListItem] = []
    eigenschappen: Annotated[list[str], Many(Link("catalogi", "eigenschappen", own=True), item_nullable=True)] = []


def show(rows: Sequence[models.Statustype]) -> list[StatusType]:
    """Statustypen as the norm writes them."""
    properties: dict[UUID, list[str]] = defaultdict(list)
    for statustype_id, row_id in (
        models.Eigenschap.objects.filter(statustype__in=[row.pk for row in rows])
        .order_by("id")
        .values_list("statustype_id", "id")
    ):
        properties[statustype_id].append(url_of("catalogi", "eigenschappen", row_id))
    return [
        StatusType(
            url=url_of("catalogi", "statustypen", row.pk),
            zaaktype=url_of("catalogi", "zaaktypen", row.zaaktype_id),
            zaaktype_identificatie=row.zaaktype.identificatie,
            catalogus=url_of("catalogi", "catalogussen", row.zaaktype.catalogus_id),
            omschrijving=row.omschrijving,
            omschrijving_generiek=row.omschrijving_generiek,
            statustekst=row.statustekst,
            volgnummer=row.volgnummer,
            is_eindstatus=row.is_eindstatus,
            informeren=row.informeren,
            doorlooptijd=row.doorlooptijd or None,
            toelichting=row.toelichting or None,
            checklistitem_statustype=[CheckListItem(**item) for item in row.checklistitems],
            eigenschappen=properties[row.pk],
            begin_geldigheid=row.begin_geldigheid or row.zaaktype.begin_geldigheid,
            einde_geldigheid=row.einde_geldigheid or row.zaaktype.einde_geldigheid,
            begin_object=row.begin_object,
            einde_object=row.einde_object,
        )
        for row in rows
    ]


def store(values: dict[str, Any], _zaaktype: models.Zaaktype) -> None:
    """A checklist is kept as it is; which eigenschappen belong to a phase, the eigenschappen say."""
    items = values.pop("checklistitem_statustype", None)
    values.pop("eigenschappen", None)
    if items is not None:
        values["checklistitems"] = [
            {
                "itemnaam": item.itemnaam,
                "toelichting": item.toelichting,
                "vraagstelling": item.vraagstelling,
                "verplicht": item.verplicht,
            }
            for item in items
        ]


PART = declare(
    Part(
        path="statustypen",
        name="statustype",
        model=models.Statustype,
        wire=StatusType,
        made_of=StatusType,
        filters=PartFilter,
        show=show,
        store=store,
    )
)
