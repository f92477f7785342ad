"""Rollen: who has to do with a zaak."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import Link, id_of
from stoep.api.zgw.zaken.api import API
from stoep.api.zgw.zaken.betrokkenen import BETROKKENEN
from stoep.api.zgw.zaken.by_type import by_type, filled_in, read_by_type
from stoep.api.zgw.zaken.identified import IDENTIFIED, IdentifiedFilter, identified_by
from stoep.api.zgw.zaken.reading import (
    BIJWERKEN,
    LEZEN,
    ZAAK,
    OwnUuid,
    Url,
    by_first,
    filtered,
    note_read,
    one_part,
    type_link,
    visible_parts,
    zaak_url,
)
from stoep.catalogi.models import OmschrijvingGeneriekRol, Roltype
from stoep.foundation.rest import (
    Call,
    Choice,
    Email,
    Many,
    Moment,
    Paged,
    Text,
    Uri,
    Wire,
    choice,
    given,
    page_of,
)
from stoep.zaken import models
from stoep.zaken.commands import register_rol, remove_rol

TYPES: Choice = choice(models.BetrokkeneType.values)


class ContactPersoonRol(Wire, kw_only=True):
    """Met wie contact is over deze rol."""

    emailadres: Annotated[str, Email(254, blank=True)] = ""
    functie: Annotated[str, Text(50, blank=True)] = ""
    telefoonnummer: Annotated[str, Text(20, blank=True)] = ""
    naam: Annotated[str, Text(40)]


class Rol(Wire, kw_only=True):
    """Wie met een zaak te maken heeft."""

    url: Url
    uuid: OwnUuid
    zaak: Annotated[str, ZAAK]
    betrokkene: Annotated[str, Uri(1000, blank=True)] = ""
    betrokkene_type: Annotated[str, TYPES]
    afwijkende_naam_betrokkene: Annotated[str, Text(625, blank=True)] = ""
    roltype: Annotated[str, type_link("roltypen", Roltype)]
    omschrijving: Annotated[str, Text(read_only=True)]
    omschrijving_generiek: Annotated[str, Text(read_only=True)]
    roltoelichting: Annotated[str, Text(1000)]
    registratiedatum: Annotated[datetime, Moment(read_only=True)]
    indicatie_machtiging: Annotated[str, choice(models.IndicatieMachtiging.values, blank=True)] = ""
    contactpersoon_rol: ContactPersoonRol | None = None
    statussen: Annotated[list[str], Many(Uri(1000, 1), read_only=True)]
    betrokkene_identificatie: Annotated[dict[str, Any] | None, by_type(BETROKKENEN)] = None


class RolFilter(IdentifiedFilter, kw_only=True):
    """Filters of the list of rollen."""

    zaak: Annotated[str | None, ZAAK] = None
    betrokkene: Annotated[str | None, Uri()] = None
    betrokkene_type: Annotated[str | None, TYPES] = None
    roltype: Annotated[str | None, Link("catalogi", "roltypen")] = None
    omschrijving: Annotated[str | None, Text()] = None
    omschrijving_generiek: Annotated[str | None, choice(OmschrijvingGeneriekRol.values)] = None


@API.get("rollen", scopes=LEZEN, answers=Rol, shape="pages", query=RolFilter)
def list_rollen(call: Call, query: RolFilter) -> Paged[Rol]:
    """Alle rollen bij zaken opvragen."""
    rows = filtered(
        visible_parts(models.Rol.objects.all(), call.actor),
        zaak=id_of(query.zaak),
        betrokkene=query.betrokkene,
        betrokkene_type=query.betrokkene_type,
        roltype=id_of(query.roltype),
        roltype__omschrijving=query.omschrijving,
        roltype__omschrijving_generiek=query.omschrijving_generiek,
    )
    for name in IDENTIFIED:
        if (value := getattr(query, name)) is not None:
            rows = rows.filter(identified_by(name, value))
    return page_of(rows.select_related("roltype"), query.page, lambda page: noted(call, show_rollen(page)))


@API.get("rollen/{uuid}", scopes=LEZEN, answers=Rol)
def read_rol(call: Call, uuid: UUID) -> Rol:
    """Een specifieke rol bij een zaak opvragen."""
    return noted(call, show_rollen([one_part(models.Rol, uuid, call.actor)]))[0]


def noted(call: Call, rollen: list[Rol]) -> list[Rol]:
    """The same, once it was noted whose data are read."""
    note_read(call, "rol", (rol.uuid for rol in rollen))
    return rollen


@API.post("rollen", scopes=BIJWERKEN, body=Rol, answers=Rol)
def create_rol(call: Call, body: Rol) -> Rol:
    """Maak een rol aan bij een zaak."""
    values = given(body, "zaak", "roltype", "contactpersoon_rol", "betrokkene_identificatie")
    if body.betrokkene_identificatie:
        form = BETROKKENEN[body.betrokkene_type]
        values["betrokkene_identificatie"] = read_by_type(
            body.betrokkene_identificatie, form, "betrokkeneIdentificatie"
        )
    if body.contactpersoon_rol is not None:
        values |= {f"contactpersoon_{name}": value for name, value in given(body.contactpersoon_rol).items()}
    row = register_rol(id_of(body.zaak), roltype_id=id_of(body.roltype), **values, actor=call.actor)
    return show_rollen([row])[0]


@API.delete("rollen/{uuid}", scopes=BIJWERKEN)
def delete_rol(call: Call, uuid: UUID) -> None:
    """Verwijder een rol van een zaak."""
    remove_rol(uuid, actor=call.actor)


def show_rollen(rows: Sequence[models.Rol]) -> list[Rol]:
    """Rollen as the norm writes them."""
    keys = [f"rol:{row.pk}" for row in rows]
    zaken = {row.zaak_id for row in rows}
    set_by = models.Status.objects.filter(zaak__in=zaken, gezetdoor__in=keys).order_by("pk")
    statussen = by_first(
        (gezetdoor, url_of("zaken", "statussen", row_id)) for gezetdoor, row_id in set_by.values_list("gezetdoor", "pk")
    )
    return [show_rol(row, statussen[f"rol:{row.pk}"]) for row in rows]


def show_rol(row: models.Rol, statussen: list[str]) -> Rol:
    """One rol. Who works here is named by what identifies a colleague, not by an address."""
    contact = ContactPersoonRol(
        naam=row.contactpersoon_naam,
        emailadres=row.contactpersoon_emailadres,
        functie=row.contactpersoon_functie,
        telefoonnummer=row.contactpersoon_telefoonnummer,
    )
    return Rol(
        url=url_of("zaken", "rollen", row.pk),
        uuid=row.pk,
        zaak=zaak_url(row.zaak_id),
        betrokkene=row.betrokkene if "://" in row.betrokkene else "",
        betrokkene_type=row.betrokkene_type,
        afwijkende_naam_betrokkene=row.afwijkende_naam_betrokkene,
        roltype=url_of("catalogi", "roltypen", row.roltype_id),
        omschrijving=row.roltype.omschrijving,
        omschrijving_generiek=row.roltype.omschrijving_generiek,
        roltoelichting=row.roltoelichting,
        registratiedatum=row.registratiedatum,
        indicatie_machtiging=row.indicatie_machtiging,
        contactpersoon_rol=contact if contact.naam else None,
        statussen=statussen,
        betrokkene_identificatie=filled_in(row.betrokkene_identificatie, BETROKKENEN.get(row.betrokkene_type))
        if row.betrokkene_identificatie
        else None,
    )
