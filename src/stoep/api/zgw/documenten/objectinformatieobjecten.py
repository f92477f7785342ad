"""Objectinformatieobjecten: to what documents belong. Those of zaken and besluiten follow the relation by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from stoep.api.zgw.addresses import id_from_url, url_of
from stoep.api.zgw.documenten.api import API
from stoep.api.zgw.documenten.reading import (
    AANMAKEN,
    DOCUMENT,
    LEZEN,
    VERWIJDEREN,
    Url,
    document_url,
    one_part,
    visible_parts,
)
from stoep.api.zgw.links import NOWHERE, id_of
from stoep.documenten.commands import relate_elsewhere, unrelate_elsewhere
from stoep.documenten.models import Objectinformatieobject, Objectsoort
from stoep.foundation.rest import Call, Uri, Wire, choice, invalid
from stoep.zaken.models import Besluit, Zaak

ONE = "objectinformatieobjecten/{uuid}"
OURS = {Objectsoort.ZAAK: ("zaken", "zaken", Zaak), Objectsoort.BESLUIT: ("besluiten", "besluiten", Besluit)}


class ObjectInformatieObjectRequest(Wire, kw_only=True):
    """Waar een document bij hoort, zoals dat wordt gegeven."""

    informatieobject: Annotated[str, DOCUMENT]
    object: Annotated[str, Uri(1000, 1)]
    object_type: Annotated[str, choice(Objectsoort.values)]


class ObjectInformatieObject(ObjectInformatieObjectRequest, kw_only=True):
    """Waar een document bij hoort."""

    url: Url


class ObjectInformatieObjectFilter(Wire, kw_only=True):
    """Filters of the list, which the norm gives whole."""

    object: Annotated[str | None, Uri()] = None
    informatieobject: Annotated[str | None, DOCUMENT] = None


@API.get(
    "objectinformatieobjecten",
    scopes=LEZEN,
    answers=ObjectInformatieObject,
    shape="list",
    query=ObjectInformatieObjectFilter,
)
def list_objectinformatieobjecten(call: Call, query: ObjectInformatieObjectFilter) -> list[ObjectInformatieObject]:
    """Alle relaties van documenten opvragen."""
    asked: dict[str, object] = {"informatieobject": id_of(query.informatieobject)}
    if query.object is not None:
        soort, object_id = ours_at(query.object)
        asked |= {"object_type": soort, "object_id": object_id} if object_id else {"object_url": query.object}
    return show(list(visible_parts(Objectinformatieobject.objects.all(), call.actor, **asked)))


@API.get(ONE, scopes=LEZEN, answers=ObjectInformatieObject)
def read_objectinformatieobject(call: Call, uuid: UUID) -> ObjectInformatieObject:
    """Een specifieke relatie van een document opvragen."""
    return show([one_part(Objectinformatieobject, uuid, call.actor)])[0]


@API.post(
    "objectinformatieobjecten", scopes=AANMAKEN, body=ObjectInformatieObjectRequest, answers=ObjectInformatieObject
)
def create_objectinformatieobject(call: Call, body: ObjectInformatieObjectRequest) -> ObjectInformatieObject:
    """Leg vast waar een document bij hoort, als dat elders wordt bijgehouden."""
    soort, object_id = Objectsoort(body.object_type), None
    if soort in OURS:
        object_id = id_of_ours(soort, body.object)
    row = relate_elsewhere(
        id_of(body.informatieobject), soort=soort, object_id=object_id, object_url=body.object, actor=call.actor
    )
    return show([row])[0]


@API.delete(ONE, scopes=VERWIJDEREN)
def delete_objectinformatieobject(call: Call, uuid: UUID) -> None:
    """Verwijder een relatie van een document die elders werd bijgehouden."""
    one_part(Objectinformatieobject, uuid, call.actor)
    unrelate_elsewhere(uuid, actor=call.actor)


def ours_at(address: str) -> tuple[Objectsoort, UUID | None]:
    """Which zaak or besluit of ours an address names; no id when it is of elsewhere."""
    for soort, (api, resource, _model) in OURS.items():
        if (object_id := id_from_url(address, api, resource)) is not None:
            return soort, object_id
    return Objectsoort.VERZOEK, None


def id_of_ours(soort: Objectsoort, address: str) -> UUID:
    """The id of a zaak or besluit that is there (drc-002)."""
    api, resource, model = OURS[soort]
    object_id = id_from_url(address, api, resource) or NOWHERE
    if not model.objects.filter(pk=object_id).exists():
        raise invalid("object", "bad-url", "Op dit adres is niets te vinden.")
    return object_id


def show(rows: Sequence[Objectinformatieobject]) -> list[ObjectInformatieObject]:
    """Objectinformatieobjecten as the norm writes them."""
    return [
        ObjectInformatieObject(
            url=url_of("documenten", "objectinformatieobjecten", row.pk),
            informatieobject=document_url(row.informatieobject_id),
            object=row.object_url or url_of(*OURS[Objectsoort(row.object_type)][:2], row.object_id or ""),
            object_type=row.object_type,
        )
        for row in rows
    ]
