"""Statussen: the phases that a zaak reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.db.models import F

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import Link, exists_in, id_of
from stoep.api.zgw.zaken.api import API
from stoep.api.zgw.zaken.reading import (
    LEZEN,
    ZAAK,
    OwnUuid,
    Url,
    by_first,
    filtered,
    one_part,
    type_link,
    visible_parts,
    zaak_url,
)
from stoep.catalogi.models import Statustype
from stoep.foundation.rest import Call, Flag, Many, Moment, Paged, PageFilter, Text, Uri, Wire, page_of
from stoep.zaken import models
from stoep.zaken.commands import register_status

ROL = Link("zaken", "rollen", own=True, max_length=200, blank=True, exists=exists_in(models.Rol))


class Status(Wire, kw_only=True):
    """Een fase die een zaak heeft bereikt."""

    url: Url
    uuid: OwnUuid
    zaak: Annotated[str, ZAAK]
    statustype: Annotated[str, type_link("statustypen", Statustype)]
    datum_status_gezet: Annotated[datetime, Moment()]
    statustoelichting: Annotated[str, Text(1000, blank=True)] = ""
    indicatie_laatst_gezette_status: Annotated[bool, Flag(read_only=True)]
    gezetdoor: Annotated[str, ROL] = ""
    zaakinformatieobjecten: Annotated[list[str], Many(Uri(1000, 1), read_only=True)]


class StatusFilter(PageFilter, kw_only=True):
    """Filters of the list of statussen."""

    zaak: Annotated[str | None, ZAAK] = None
    statustype: Annotated[str | None, Link("catalogi", "statustypen")] = None
    indicatie_laatst_gezette_status: bool | None = None


@API.get("statussen", scopes=LEZEN, answers=Status, shape="pages", query=StatusFilter)
def list_statussen(call: Call, query: StatusFilter) -> Paged[Status]:
    """Alle statussen van zaken opvragen."""
    rows = filtered(
        visible_parts(models.Status.objects.all(), call.actor),
        zaak=id_of(query.zaak),
        statustype=id_of(query.statustype),
    )
    if query.indicatie_laatst_gezette_status is not None:
        latest = {"datum_status_gezet": F("zaak__status_gezet_op")}
        rows = rows.filter(**latest) if query.indicatie_laatst_gezette_status else rows.exclude(**latest)
    return page_of(rows.select_related("zaak"), query.page, show_statussen)


@API.get("statussen/{uuid}", scopes=LEZEN, answers=Status)
def read_status(call: Call, uuid: UUID) -> Status:
    """Een specifieke status van een zaak opvragen."""
    return show_statussen([one_part(models.Status, uuid, call.actor)])[0]


@API.post(
    "statussen",
    scopes=("zaken.aanmaken", "zaken.statussen.toevoegen", "zaken.heropenen"),
    body=Status,
    answers=Status,
)
def create_status(call: Call, body: Status) -> Status:
    """Maak een status aan voor een zaak."""
    row = register_status(
        id_of(body.zaak),
        statustype_id=id_of(body.statustype),
        datum_status_gezet=body.datum_status_gezet,
        statustoelichting=body.statustoelichting,
        gezetdoor_id=id_of(body.gezetdoor) if body.gezetdoor else None,
        actor=call.actor,
    )
    return show_statussen([row])[0]


def show_statussen(rows: Sequence[models.Status]) -> list[Status]:
    """Statussen as the norm writes them."""
    linked = models.Zaakinformatieobject.objects.filter(status__in=rows).order_by("pk")
    documents = by_first(
        (status_id, url_of("zaken", "zaakinformatieobjecten", row_id))
        for status_id, row_id in linked.values_list("status_id", "pk")
    )
    return [
        Status(
            url=url_of("zaken", "statussen", row.pk),
            uuid=row.pk,
            zaak=zaak_url(row.zaak_id),
            statustype=url_of("catalogi", "statustypen", row.statustype_id),
            datum_status_gezet=row.datum_status_gezet,
            statustoelichting=row.statustoelichting,
            indicatie_laatst_gezette_status=row.zaak.status_gezet_op == row.datum_status_gezet,
            gezetdoor=gezetdoor_of(row),
            zaakinformatieobjecten=documents[row.pk],
        )
        for row in rows
    ]


def gezetdoor_of(row: models.Status) -> str:
    """The address of the rol that set it; a colleague of ours who did so by hand has none."""
    kind, _, rol_id = row.gezetdoor.partition(":")
    return url_of("zaken", "rollen", rol_id) if kind == "rol" else ""
