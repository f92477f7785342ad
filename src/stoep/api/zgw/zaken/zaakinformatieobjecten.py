"""Zaakinformatieobjecten: the documents in the dossier of a zaak."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from stoep.api.zgw.addresses import url_of, url_or_none
from stoep.api.zgw.links import Link, exists_in, id_of
from stoep.api.zgw.zaken.api import API
from stoep.api.zgw.zaken.reading import (
    AANMAKEN,
    BIJWERKEN,
    LEZEN,
    STATUS,
    VERWIJDEREN,
    ZAAK,
    OwnUuid,
    Url,
    filtered,
    one_part,
    visible_parts,
    zaak_url,
)
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation.rest import Call, Moment, Text, Wire, choice, given
from stoep.zaken import models
from stoep.zaken.commands import (
    change_zaakinformatieobject,
    register_zaakinformatieobject,
    remove_zaakinformatieobject,
)

DOCUMENT = Link(
    "documenten", "enkelvoudiginformatieobjecten", max_length=1000, exists=exists_in(EnkelvoudigInformatieobject)
)
HOORT_BIJ = "Hoort bij, omgekeerd: kent"


class ZaakInformatieObject(Wire, kw_only=True):
    """Een document in het dossier van een zaak."""

    url: Url
    uuid: OwnUuid
    informatieobject: Annotated[str, DOCUMENT]
    zaak: Annotated[str, ZAAK]
    aard_relatie_weergave: Annotated[
        str, choice((HOORT_BIJ, "Legt vast, omgekeerd: kan vastgelegd zijn als"), read_only=True)
    ]
    titel: Annotated[str, Text(200, blank=True)] = ""
    beschrijving: Annotated[str, Text(blank=True)] = ""
    registratiedatum: Annotated[datetime, Moment(read_only=True)]
    vernietigingsdatum: Annotated[datetime | None, Moment()] = None
    status: Annotated[str | None, STATUS] = None


class ZaakInformatieObjectFilter(Wire, kw_only=True):
    """Filters of the list of zaakinformatieobjecten, which the norm gives whole."""

    zaak: Annotated[str | None, ZAAK] = None
    informatieobject: Annotated[str | None, DOCUMENT] = None


@API.get(
    "zaakinformatieobjecten",
    scopes=LEZEN,
    answers=ZaakInformatieObject,
    shape="list",
    query=ZaakInformatieObjectFilter,
)
def list_zaakinformatieobjecten(call: Call, query: ZaakInformatieObjectFilter) -> list[ZaakInformatieObject]:
    """Alle documenten van zaken opvragen."""
    rows = visible_parts(models.Zaakinformatieobject.objects.all(), call.actor)
    found = filtered(rows, zaak=id_of(query.zaak), informatieobject=id_of(query.informatieobject))
    return show_zaakinformatieobjecten(list(found))


@API.get("zaakinformatieobjecten/{uuid}", scopes=LEZEN, answers=ZaakInformatieObject)
def read_zaakinformatieobject(call: Call, uuid: UUID) -> ZaakInformatieObject:
    """Een specifiek document van een zaak opvragen."""
    return show_zaakinformatieobjecten([one_part(models.Zaakinformatieobject, uuid, call.actor)])[0]


@API.post("zaakinformatieobjecten", scopes=AANMAKEN, body=ZaakInformatieObject, answers=ZaakInformatieObject)
def create_zaakinformatieobject(call: Call, body: ZaakInformatieObject) -> ZaakInformatieObject:
    """Maak een relatie tussen een zaak en een document aan."""
    row = register_zaakinformatieobject(
        id_of(body.zaak), informatieobject_id=id_of(body.informatieobject), **values_in(body), actor=call.actor
    )
    return show_zaakinformatieobjecten([row])[0]


@API.put("zaakinformatieobjecten/{uuid}", scopes=BIJWERKEN, body=ZaakInformatieObject, answers=ZaakInformatieObject)
def replace_zaakinformatieobject(call: Call, uuid: UUID, body: ZaakInformatieObject) -> ZaakInformatieObject:
    """Werk de relatie tussen een zaak en een document in haar geheel bij."""
    return change(call, uuid, body)


@API.patch("zaakinformatieobjecten/{uuid}", scopes=BIJWERKEN, body=ZaakInformatieObject, answers=ZaakInformatieObject)
def update_zaakinformatieobject(call: Call, uuid: UUID, body: ZaakInformatieObject) -> ZaakInformatieObject:
    """Werk de relatie tussen een zaak en een document deels bij."""
    return change(call, uuid, body)


@API.delete("zaakinformatieobjecten/{uuid}", scopes=VERWIJDEREN)
def delete_zaakinformatieobject(call: Call, uuid: UUID) -> None:
    """Verwijder de relatie tussen een zaak en een document."""
    remove_zaakinformatieobject(uuid, actor=call.actor)


def change(call: Call, uuid: UUID, body: ZaakInformatieObject) -> ZaakInformatieObject:
    """Change what was given."""
    named = given(body)
    row = change_zaakinformatieobject(
        uuid,
        zaak_id=id_of(named.get("zaak")),
        informatieobject_id=id_of(named.get("informatieobject")),
        actor=call.actor,
        **values_in(body),
    )
    return show_zaakinformatieobjecten([row])[0]


def values_in(body: ZaakInformatieObject) -> dict[str, Any]:
    """What was given, for the commands."""
    values = given(body, "zaak", "informatieobject")
    if "status" in values:
        values["status_id"] = id_of(values.pop("status"))
    return values


def show_zaakinformatieobjecten(rows: Sequence[models.Zaakinformatieobject]) -> list[ZaakInformatieObject]:
    """Zaakinformatieobjecten as the norm writes them."""
    return [
        ZaakInformatieObject(
            url=url_of("zaken", "zaakinformatieobjecten", row.pk),
            uuid=row.pk,
            informatieobject=url_of("documenten", "enkelvoudiginformatieobjecten", row.informatieobject_id),
            zaak=zaak_url(row.zaak_id),
            aard_relatie_weergave=HOORT_BIJ,
            titel=row.titel,
            beschrijving=row.beschrijving,
            registratiedatum=row.registratiedatum,
            vernietigingsdatum=row.vernietigingsdatum,
            status=url_or_none("zaken", "statussen", row.status_id),
        )
        for row in rows
    ]
