"""Resultaten: how a zaak ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import Link, id_of
from stoep.api.zgw.zaken.api import API
from stoep.api.zgw.zaken.reading import (
    BIJWERKEN,
    LEZEN,
    ZAAK,
    OwnUuid,
    Url,
    filtered,
    one_part,
    type_link,
    visible_parts,
    zaak_url,
)
from stoep.catalogi.models import Resultaattype
from stoep.foundation.rest import Call, Paged, PageFilter, Text, Wire, given, page_of
from stoep.zaken import models
from stoep.zaken.commands import change_resultaat, register_resultaat, remove_resultaat


class Resultaat(Wire, kw_only=True):
    """De uitkomst van een zaak."""

    url: Url
    uuid: OwnUuid
    zaak: Annotated[str, ZAAK]
    resultaattype: Annotated[str, type_link("resultaattypen", Resultaattype)]
    toelichting: Annotated[str, Text(1000, blank=True)] = ""


class ResultaatFilter(PageFilter, kw_only=True):
    """Filters of the list of resultaten."""

    zaak: Annotated[str | None, ZAAK] = None
    resultaattype: Annotated[str | None, Link("catalogi", "resultaattypen")] = None


@API.get("resultaten", scopes=LEZEN, answers=Resultaat, shape="pages", query=ResultaatFilter)
def list_resultaten(call: Call, query: ResultaatFilter) -> Paged[Resultaat]:
    """Alle resultaten van zaken opvragen."""
    rows = visible_parts(models.Resultaat.objects.all(), call.actor)
    found = filtered(rows, zaak=id_of(query.zaak), resultaattype=id_of(query.resultaattype))
    return page_of(found, query.page, show_resultaten)


@API.get("resultaten/{uuid}", scopes=LEZEN, answers=Resultaat)
def read_resultaat(call: Call, uuid: UUID) -> Resultaat:
    """Een specifiek resultaat opvragen."""
    return show_resultaten([one_part(models.Resultaat, uuid, call.actor)])[0]


@API.post("resultaten", scopes=BIJWERKEN, body=Resultaat, answers=Resultaat)
def create_resultaat(call: Call, body: Resultaat) -> Resultaat:
    """Maak een resultaat bij een zaak aan."""
    row = register_resultaat(
        id_of(body.zaak), resultaattype_id=id_of(body.resultaattype), toelichting=body.toelichting, actor=call.actor
    )
    return show_resultaten([row])[0]


@API.put("resultaten/{uuid}", scopes=BIJWERKEN, body=Resultaat, answers=Resultaat)
def replace_resultaat(call: Call, uuid: UUID, body: Resultaat) -> Resultaat:
    """Werk een resultaat in zijn geheel bij."""
    return change(call, uuid, body)


@API.patch("resultaten/{uuid}", scopes=BIJWERKEN, body=Resultaat, answers=Resultaat)
def update_resultaat(call: Call, uuid: UUID, body: Resultaat) -> Resultaat:
    """Werk een resultaat deels bij."""
    return change(call, uuid, body)


@API.delete("resultaten/{uuid}", scopes=BIJWERKEN)
def delete_resultaat(call: Call, uuid: UUID) -> None:
    """Verwijder een resultaat van een zaak."""
    remove_resultaat(uuid, actor=call.actor)


def change(call: Call, uuid: UUID, body: Resultaat) -> Resultaat:
    """Change what was given."""
    values = given(body)
    row = change_resultaat(
        uuid,
        zaak_id=id_of(values.get("zaak")),
        resultaattype_id=id_of(values.get("resultaattype")),
        toelichting=values.get("toelichting"),
        actor=call.actor,
    )
    return show_resultaten([row])[0]


def show_resultaten(rows: Sequence[models.Resultaat]) -> list[Resultaat]:
    """Resultaten as the norm writes them."""
    return [
        Resultaat(
            url=url_of("zaken", "resultaten", row.pk),
            uuid=row.pk,
            zaak=zaak_url(row.zaak_id),
            resultaattype=url_of("catalogi", "resultaattypen", row.resultaattype_id),
            toelichting=row.toelichting,
        )
        for row in rows
    ]
