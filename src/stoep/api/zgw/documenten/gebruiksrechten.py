"""Gebruiksrechten: under which conditions a document may be used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from stoep.api.zgw.addresses import url_of
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
from stoep.api.zgw.links import id_of
from stoep.documenten.commands import add_gebruiksrecht, change_gebruiksrecht, remove_gebruiksrecht
from stoep.documenten.models import Gebruiksrecht
from stoep.foundation.rest import Call, Moment, Text, Wire, given, invalid

BIJWERKEN = ("documenten.bijwerken",)
ONE = "gebruiksrechten/{uuid}"


class GebruiksrechtenRequest(Wire, kw_only=True):
    """Voorwaarden voor het gebruik van een document, zoals ze worden gegeven."""

    informatieobject: Annotated[str, DOCUMENT]
    startdatum: datetime
    einddatum: datetime | None = None
    omschrijving_voorwaarden: Annotated[str, Text(min_length=1)]


class Gebruiksrechten(GebruiksrechtenRequest, kw_only=True):
    """Voorwaarden voor het gebruik van een document."""

    url: Url


When = Annotated[datetime | None, Moment()]


class GebruiksrechtenFilter(Wire, kw_only=True):
    """Filters of the list, which the norm gives whole."""

    informatieobject: Annotated[str | None, DOCUMENT] = None
    startdatum__lt: When = None
    startdatum__lte: When = None
    startdatum__gt: When = None
    startdatum__gte: When = None
    einddatum__lt: When = None
    einddatum__lte: When = None
    einddatum__gt: When = None
    einddatum__gte: When = None


@API.get("gebruiksrechten", scopes=LEZEN, answers=Gebruiksrechten, shape="list", query=GebruiksrechtenFilter)
def list_gebruiksrechten(call: Call, query: GebruiksrechtenFilter) -> list[Gebruiksrechten]:
    """Alle gebruiksrechten opvragen."""
    asked = {**given(query, "informatieobject"), "informatieobject": id_of(query.informatieobject)}
    return show(list(visible_parts(Gebruiksrecht.objects.all(), call.actor, **asked)))


@API.get(ONE, scopes=LEZEN, answers=Gebruiksrechten)
def read_gebruiksrecht(call: Call, uuid: UUID) -> Gebruiksrechten:
    """Specifieke gebruiksrechten opvragen."""
    return show([one_part(Gebruiksrecht, uuid, call.actor)])[0]


@API.post("gebruiksrechten", scopes=AANMAKEN, body=GebruiksrechtenRequest, answers=Gebruiksrechten)
def create_gebruiksrecht(call: Call, body: GebruiksrechtenRequest) -> Gebruiksrechten:
    """Voeg gebruiksrechten toe; het document meldt voortaan dat die er zijn."""
    row = add_gebruiksrecht(id_of(body.informatieobject), **given(body, "informatieobject"), actor=call.actor)
    return show([row])[0]


@API.put(ONE, scopes=BIJWERKEN, body=GebruiksrechtenRequest, answers=Gebruiksrechten)
def replace_gebruiksrecht(call: Call, uuid: UUID, body: GebruiksrechtenRequest) -> Gebruiksrechten:
    """Werk gebruiksrechten in hun geheel bij."""
    return change(call, uuid, body)


@API.patch(ONE, scopes=BIJWERKEN, body=GebruiksrechtenRequest, answers=Gebruiksrechten)
def update_gebruiksrecht(call: Call, uuid: UUID, body: GebruiksrechtenRequest) -> Gebruiksrechten:
    """Werk gebruiksrechten deels bij."""
    return change(call, uuid, body)


@API.delete(ONE, scopes=VERWIJDEREN)
def delete_gebruiksrecht(call: Call, uuid: UUID) -> None:
    """Verwijder gebruiksrechten."""
    one_part(Gebruiksrecht, uuid, call.actor)
    remove_gebruiksrecht(uuid, actor=call.actor)


def change(call: Call, uuid: UUID, body: GebruiksrechtenRequest) -> Gebruiksrechten:
    """Change what was given; to which document they belong does not change."""
    row = one_part(Gebruiksrecht, uuid, call.actor)
    values: dict[str, Any] = given(body)
    refuse_other_document(row.informatieobject_id, values.pop("informatieobject", None))
    return show([change_gebruiksrecht(uuid, **values, actor=call.actor)])[0]


def refuse_other_document(document_id: UUID, address: str | None) -> None:
    """Refuse that something is moved to another document."""
    if address is not None and id_of(address) != document_id:
        reason = "Het informatieobject kan niet worden gewijzigd. Maak een nieuwe aan bij het andere document."
        raise invalid("informatieobject", "wijzigen-niet-toegelaten", reason)


def show(rows: Sequence[Gebruiksrecht]) -> list[Gebruiksrechten]:
    """Gebruiksrechten as the norm writes them."""
    return [
        Gebruiksrechten(
            url=url_of("documenten", "gebruiksrechten", row.pk),
            informatieobject=document_url(row.informatieobject_id),
            startdatum=row.startdatum,
            einddatum=row.einddatum,
            omschrijving_voorwaarden=row.omschrijving_voorwaarden,
        )
        for row in rows
    ]
