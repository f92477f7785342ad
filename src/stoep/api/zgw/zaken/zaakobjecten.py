"""Zaakobjecten: what a zaak is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import Link, exists_in, id_of
from stoep.api.zgw.zaken.api import API
from stoep.api.zgw.zaken.by_type import by_type, filled_in, read_by_type
from stoep.api.zgw.zaken.objecten import OBJECTEN
from stoep.api.zgw.zaken.reading import (
    AANMAKEN,
    BIJWERKEN,
    LEZEN,
    VERWIJDEREN,
    ZAAK,
    OwnUuid,
    Url,
    filtered,
    one_part,
    visible_parts,
    zaak_url,
)
from stoep.catalogi.models import Objecttype, Zaakobjecttype
from stoep.foundation.rest import Call, Paged, PageFilter, Pattern, Text, Uri, Wire, choice, given, invalid, page_of
from stoep.foundation.rest.wire import entries_of
from stoep.zaken import models
from stoep.zaken.commands import change_zaakobject, register_zaakobject, remove_zaakobject

TYPE_LINK = Link("catalogi", "zaakobjecttypen", max_length=1000, blank=True, exists=exists_in(Zaakobjecttype))
OVERIGE = "overige"


class ObjectTypeOverigeDefinitie(Wire, kw_only=True):
    """Waar de soort van een eigen object is beschreven."""

    url: Annotated[str, Uri(1000)]
    schema: Annotated[str, Text(100)]
    object_data: Annotated[str, Text(100)]


class ZaakObject(Wire, kw_only=True):
    """Waar een zaak over gaat."""

    url: Url
    uuid: OwnUuid
    zaak: Annotated[str, ZAAK]
    object: Annotated[str, Uri(1000, blank=True)] = ""
    zaakobjecttype: Annotated[str, TYPE_LINK] = ""
    object_type: Annotated[str, choice(Objecttype.values)]
    object_type_overige: Annotated[str, Pattern(100, blank=True, pattern=r"[a-z_]+")] = ""
    object_type_overige_definitie: ObjectTypeOverigeDefinitie | None = None
    relatieomschrijving: Annotated[str, Text(80, blank=True)] = ""
    object_identificatie: Annotated[dict[str, Any] | None, by_type(OBJECTEN)] = None


class ZaakObjectFilter(PageFilter, kw_only=True):
    """Filters of the list of zaakobjecten."""

    zaak: Annotated[str | None, ZAAK] = None
    object: Annotated[str | None, Uri()] = None
    object_type: Annotated[str | None, choice(Objecttype.values)] = None


@API.get("zaakobjecten", scopes=LEZEN, answers=ZaakObject, shape="pages", query=ZaakObjectFilter)
def list_zaakobjecten(call: Call, query: ZaakObjectFilter) -> Paged[ZaakObject]:
    """Alle objecten van zaken opvragen."""
    rows = visible_parts(models.Zaakobject.objects.all(), call.actor)
    found = filtered(rows, zaak=id_of(query.zaak), object=query.object, object_type=query.object_type)
    return page_of(found, query.page, show_zaakobjecten)


@API.get("zaakobjecten/{uuid}", scopes=LEZEN, answers=ZaakObject)
def read_zaakobject(call: Call, uuid: UUID) -> ZaakObject:
    """Een specifiek object van een zaak opvragen."""
    return show_zaakobjecten([one_part(models.Zaakobject, uuid, call.actor)])[0]


@API.post("zaakobjecten", scopes=AANMAKEN, body=ZaakObject, answers=ZaakObject)
def create_zaakobject(call: Call, body: ZaakObject) -> ZaakObject:
    """Maak een object aan bij een zaak."""
    row = register_zaakobject(id_of(body.zaak), **values_in(body, body.object_type), actor=call.actor)
    return show_zaakobjecten([row])[0]


@API.put("zaakobjecten/{uuid}", scopes=BIJWERKEN, body=ZaakObject, answers=ZaakObject)
def replace_zaakobject(call: Call, uuid: UUID, body: ZaakObject) -> ZaakObject:
    """Werk een object van een zaak in zijn geheel bij."""
    return change(call, uuid, body)


@API.patch("zaakobjecten/{uuid}", scopes=BIJWERKEN, body=ZaakObject, answers=ZaakObject)
def update_zaakobject(call: Call, uuid: UUID, body: ZaakObject) -> ZaakObject:
    """Werk een object van een zaak deels bij."""
    return change(call, uuid, body)


@API.delete("zaakobjecten/{uuid}", scopes=VERWIJDEREN)
def delete_zaakobject(call: Call, uuid: UUID) -> None:
    """Verwijder een object van een zaak."""
    remove_zaakobject(uuid, actor=call.actor)


def change(call: Call, uuid: UUID, body: ZaakObject) -> ZaakObject:
    """Change what was given."""
    known = models.Zaakobject.objects.filter(pk=uuid).values_list("object_type", flat=True).first() or OVERIGE
    values = values_in(body, known)
    if "object_ref" in values:
        values["object"] = values.pop("object_ref")
    zaak_id = id_of(given(body).get("zaak"))
    return show_zaakobjecten([change_zaakobject(uuid, zaak_id=zaak_id, **values, actor=call.actor)])[0]


def values_in(body: ZaakObject, object_type: str) -> dict[str, Any]:
    """What was given, for the commands; what identifies the object is read as its sort has it."""
    values = given(body, "zaak")
    if "object" in values:
        values["object_ref"] = values.pop("object")
    if "zaakobjecttype" in values:
        address = values.pop("zaakobjecttype")
        values["zaakobjecttype_id"] = id_of(address) if address else None
    if values.get("object_type_overige_definitie") is not None:
        values["object_type_overige_definitie"] = given(values["object_type_overige_definitie"])
    identity = values.pop("object_identificatie", None)
    if identity is not None:
        form = OBJECTEN.get(values.get("object_type", object_type))
        if form is None:
            raise invalid("objectIdentificatie", "invalid", "Noem een object van deze soort met zijn adres.")
        values["object_identificatie"] = read_by_type(identity, form, "objectIdentificatie")
    return values


def show_zaakobjecten(rows: Sequence[models.Zaakobject]) -> list[ZaakObject]:
    """Zaakobjecten as the norm writes them."""
    return [show_zaakobject(row) for row in rows]


def show_zaakobject(row: models.Zaakobject) -> ZaakObject:
    """One zaakobject. What our own doors noted in fewer words than the norm asks is one of a sort of its own."""
    soort, overige, identity = row.object_type, row.object_type_overige, row.object_identificatie
    if identity and not is_complete(soort, identity):
        soort, overige = OVERIGE, overige or soort
        identity = {"overigeData": identity}
    definitie = row.object_type_overige_definitie
    return ZaakObject(
        url=url_of("zaken", "zaakobjecten", row.pk),
        uuid=row.pk,
        zaak=zaak_url(row.zaak_id),
        object=row.object if "://" in row.object else "",
        zaakobjecttype=url_of("catalogi", "zaakobjecttypen", row.zaakobjecttype_id) if row.zaakobjecttype_id else "",
        object_type=soort,
        object_type_overige=overige,
        object_type_overige_definitie=ObjectTypeOverigeDefinitie(**definitie) if definitie else None,
        relatieomschrijving=row.relatieomschrijving,
        object_identificatie=filled_in(identity, OBJECTEN.get(soort)) if identity else None,
    )


def is_complete(soort: str, identity: Mapping[str, Any]) -> bool:
    """Whether all that the norm asks of this sort is there."""
    form = OBJECTEN.get(soort)
    return form is not None and all(entry.wire in identity for entry in entries_of(form) if entry.required)
