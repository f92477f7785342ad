"""Verzendingen: to whom a document was sent, or from whom it came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import msgspec

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.documenten.api import API
from stoep.api.zgw.documenten.gebruiksrechten import BIJWERKEN, refuse_other_document
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
from stoep.documenten.commands import add_verzending, change_verzending, remove_verzending
from stoep.documenten.models import AardVerzending
from stoep.documenten.models import Verzending as Row
from stoep.foundation.rest import Call, Number, Paged, PageFilter, Text, Uri, Wire, choice, given, page_of
from stoep.foundation.rest.wire import read_body

ONE = "verzendingen/{uuid}"
AARD = choice(AardVerzending.values)


class BinnenlandsCorrespondentieadresVerzending(Wire, kw_only=True):
    """Een adres in Nederland."""

    huisletter: Annotated[str, Text(1, blank=True)] = ""
    huisnummer: Annotated[int, Number(1, 99999)]
    huisnummer_toevoeging: Annotated[str, Text(4, blank=True)] = ""
    naam_openbare_ruimte: Annotated[str, Text(80, 1)]
    postcode: Annotated[str, Text(6, blank=True)] = ""
    woonplaatsnaam: Annotated[str, Text(80, 1)]


class BuitenlandsCorrespondentieadresVerzending(Wire, kw_only=True):
    """Een adres in het buitenland."""

    adres_buitenland_1: Annotated[str, Text(35, 1)]
    adres_buitenland_2: Annotated[str, Text(35, blank=True)] = ""
    adres_buitenland_3: Annotated[str, Text(35, blank=True)] = ""
    land_postadres: Annotated[str, Uri(200, 1)]


class BuitenlandsCorrespondentiepostadresVerzending(Wire, kw_only=True):
    """Een postbus of antwoordnummer."""

    post_bus_of_antwoordnummer: Annotated[int, Number(1, 9999)]
    postadres_postcode: Annotated[str, Text(6, 1)]
    postadres_type: Annotated[str, choice(("antwoordnummer", "postbusnummer"))]
    woonplaatsnaam: Annotated[str, Text(80, 1)]


class VerzendingRequest(Wire, kw_only=True):
    """Een verzending of ontvangst van een document, zoals die wordt gegeven."""

    betrokkene: Annotated[str, Uri(200, 1)]
    informatieobject: Annotated[str, DOCUMENT]
    aard_relatie: Annotated[str, AARD]
    toelichting: Annotated[str, Text(200, blank=True)] = ""
    ontvangstdatum: date | None = None
    verzenddatum: date | None = None
    contact_persoon: Annotated[str, Uri(1000, 1)]
    contactpersoonnaam: Annotated[str, Text(40, blank=True)] = ""
    binnenlands_correspondentieadres: BinnenlandsCorrespondentieadresVerzending | None = None
    buitenlands_correspondentieadres: BuitenlandsCorrespondentieadresVerzending | None = None
    correspondentie_postadres: BuitenlandsCorrespondentiepostadresVerzending | None = None
    faxnummer: Annotated[str | None, Text(15, blank=True)] = None
    emailadres: Annotated[str | None, Text(100, blank=True)] = None
    mijn_overheid: bool = False
    telefoonnummer: Annotated[str | None, Text(15, blank=True)] = None


class Verzending(VerzendingRequest, kw_only=True):
    """Een verzending of ontvangst van een document."""

    url: Url


ADDRESSES: dict[str, type[Wire]] = {
    "binnenlands_correspondentieadres": BinnenlandsCorrespondentieadresVerzending,
    "buitenlands_correspondentieadres": BuitenlandsCorrespondentieadresVerzending,
    "correspondentie_postadres": BuitenlandsCorrespondentiepostadresVerzending,
}
TEXTS = ("faxnummer", "emailadres", "telefoonnummer")
PLAIN = (
    "betrokkene",
    "aard_relatie",
    "toelichting",
    "ontvangstdatum",
    "verzenddatum",
    "contact_persoon",
    "contactpersoonnaam",
    "mijn_overheid",
)


class VerzendingFilter(PageFilter, kw_only=True):
    """Filters of the list of verzendingen."""

    aard_relatie: Annotated[str | None, AARD] = None
    informatieobject: Annotated[str | None, DOCUMENT] = None
    betrokkene: Annotated[str | None, Uri(200)] = None


@API.get("verzendingen", scopes=LEZEN, answers=Verzending, shape="pages", query=VerzendingFilter)
def list_verzendingen(call: Call, query: VerzendingFilter) -> Paged[Verzending]:
    """Alle verzendingen opvragen."""
    rows = visible_parts(
        Row.objects.all(),
        call.actor,
        aard_relatie=query.aard_relatie,
        informatieobject=id_of(query.informatieobject),
        betrokkene=query.betrokkene,
    )
    return page_of(rows, query.page, show)


@API.get(ONE, scopes=LEZEN, answers=Verzending)
def read_verzending(call: Call, uuid: UUID) -> Verzending:
    """Een specifieke verzending opvragen."""
    return show([one_part(Row, uuid, call.actor)])[0]


@API.post("verzendingen", scopes=AANMAKEN, body=VerzendingRequest, answers=Verzending)
def create_verzending(call: Call, body: VerzendingRequest) -> Verzending:
    """Leg een verzending of ontvangst vast."""
    return show([add_verzending(id_of(body.informatieobject), **values_in(body), actor=call.actor)])[0]


@API.put(ONE, scopes=BIJWERKEN, body=VerzendingRequest, answers=Verzending)
def replace_verzending(call: Call, uuid: UUID, body: VerzendingRequest) -> Verzending:
    """Werk een verzending in haar geheel bij."""
    return change(call, uuid, body)


@API.patch(ONE, scopes=BIJWERKEN, body=VerzendingRequest, answers=Verzending)
def update_verzending(call: Call, uuid: UUID, body: VerzendingRequest) -> Verzending:
    """Werk een verzending deels bij."""
    return change(call, uuid, body)


@API.delete(ONE, scopes=VERWIJDEREN)
def delete_verzending(call: Call, uuid: UUID) -> None:
    """Verwijder een verzending."""
    one_part(Row, uuid, call.actor)
    remove_verzending(uuid, actor=call.actor)


def change(call: Call, uuid: UUID, body: VerzendingRequest) -> Verzending:
    """Change what was given; to which document it belongs does not change."""
    row = one_part(Row, uuid, call.actor)
    refuse_other_document(row.informatieobject_id, given(body).get("informatieobject"))
    return show([change_verzending(uuid, **values_in(body), actor=call.actor)])[0]


def values_in(body: VerzendingRequest) -> dict[str, Any]:
    """What was given, as the commands have it: an address is kept as it is on the wire."""
    values = given(body, "informatieobject")
    for name in ADDRESSES:
        if values.get(name) is not None:
            values[name] = msgspec.to_builtins(values[name])
    return {name: "" if value is None and name in TEXTS else value for name, value in values.items()}


def show(rows: Sequence[Row]) -> list[Verzending]:
    """Verzendingen as the norm writes them."""
    return [Verzending(**shown(row)) for row in rows]


def shown(row: Row) -> dict[str, Any]:
    """What is shown of one."""
    addresses = {name: getattr(row, name) for name in ADDRESSES}
    return {
        "url": url_of("documenten", "verzendingen", row.pk),
        "informatieobject": document_url(row.informatieobject_id),
        **{name: getattr(row, name) for name in PLAIN},
        **{name: getattr(row, name) or None for name in TEXTS},
        **{name: read_body(value, ADDRESSES[name]) if value else None for name, value in addresses.items()},
    }
