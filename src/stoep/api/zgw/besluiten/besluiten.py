"""Besluiten: decisions that were taken, in a zaak or by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.db.models import QuerySet
from msgspec import UNSET, UnsetType

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.besluiten.api import API
from stoep.api.zgw.documenten.reading import RSIN, only
from stoep.api.zgw.links import Link, OwnUrl, exists_in, id_of
from stoep.catalogi.models import Besluittype
from stoep.foundation.rest import Call, Errors, Paged, PageFilter, Text, Wire, choice, given, page_of
from stoep.foundation.rest.kinds import Schema
from stoep.toegang.actors import Actor
from stoep.zaken.commands import change_besluit, destroy_besluit, register_besluit
from stoep.zaken.models import Besluit as Row
from stoep.zaken.models import Vervalreden, Zaak

LEZEN, AANMAKEN = ("besluiten.lezen",), ("besluiten.aanmaken",)
BIJWERKEN, VERWIJDEREN = ("besluiten.bijwerken",), ("besluiten.verwijderen",)
ONE = "besluiten/{uuid}"
FIXED = ("identificatie", "verantwoordelijke_organisatie", "besluittype", "zaak")


@dataclass(frozen=True)
class TypeLink(Link):
    """The address of a besluittype."""

    def shape(self) -> Schema:
        """As the norm has it."""
        return super().shape() | {"minLength": 1}


@dataclass(frozen=True)
class ZaakLink(Link):
    """The address of a zaak; empty when the decision was taken outside of any."""

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """An address that leads to a zaak of ours, or nothing."""
        return None if value == "" else super().read(value, name, errors)


TYPE = TypeLink("catalogi", "besluittypen", max_length=200, exists=exists_in(Besluittype))
ZAAK = ZaakLink("zaken", "zaken", max_length=200, exists=exists_in(Zaak))
OF_THE_ROW = (
    "identificatie",
    "verantwoordelijke_organisatie",
    "datum",
    "toelichting",
    "bestuursorgaan",
    "ingangsdatum",
    "vervaldatum",
    "vervalreden",
    "publicatiedatum",
    "verzenddatum",
    "uiterlijke_reactiedatum",
)


class Besluit(Wire, kw_only=True):
    """Een besluit."""

    url: Annotated[str, OwnUrl()] = ""
    identificatie: Annotated[str, Text(50, blank=True)] = ""
    verantwoordelijke_organisatie: Annotated[str, RSIN]
    besluittype: Annotated[str, TYPE]
    zaak: Annotated[str | UnsetType, ZAAK] = UNSET
    datum: date
    toelichting: Annotated[str, Text(blank=True)] = ""
    bestuursorgaan: Annotated[str, Text(50, blank=True)] = ""
    ingangsdatum: date
    vervaldatum: date | None = None
    vervalreden: Annotated[str, choice(Vervalreden.values, blank=True)] = ""
    vervalreden_weergave: Annotated[str, Text(min_length=1, read_only=True)] = ""
    publicatiedatum: date | None = None
    verzenddatum: date | None = None
    uiterlijke_reactiedatum: date | None = None


class BesluitFilter(PageFilter, kw_only=True):
    """Filters of the list of besluiten."""

    identificatie: str | None = None
    verantwoordelijke_organisatie: str | None = None
    besluittype: Annotated[str | None, Link("catalogi", "besluittypen")] = None
    zaak: Annotated[str | None, Link("zaken", "zaken")] = None


@API.get("besluiten", scopes=LEZEN, answers=Besluit, shape="pages", query=BesluitFilter)
def list_besluiten(call: Call, query: BesluitFilter) -> Paged[Besluit]:
    """Alle besluiten opvragen."""
    asked: dict[str, Any] = {
        "identificatie": query.identificatie,
        "verantwoordelijke_organisatie": query.verantwoordelijke_organisatie,
        "besluittype": id_of(query.besluittype),
        "zaak": id_of(query.zaak),
    }
    rows = visible(call.actor).filter(**{name: value for name, value in asked.items() if value})
    return page_of(rows.order_by("-pk"), query.page, show_besluiten)


@API.get(ONE, scopes=LEZEN, answers=Besluit)
def read_besluit(call: Call, uuid: UUID) -> Besluit:
    """Een specifiek besluit opvragen."""
    return show_besluiten([one_besluit(uuid, call.actor)])[0]


@API.post("besluiten", scopes=AANMAKEN, body=Besluit, answers=Besluit)
def create_besluit(call: Call, body: Besluit) -> Besluit:
    """Leg een besluit vast."""
    row = register_besluit(
        identificatie=body.identificatie,
        verantwoordelijke_organisatie=body.verantwoordelijke_organisatie,
        besluittype_id=id_of(body.besluittype),
        zaak_id=id_of(body.zaak or None),
        **given(body, *FIXED),
        actor=call.actor,
    )
    return show_besluiten([row])[0]


@API.put(ONE, scopes=BIJWERKEN, body=Besluit, answers=Besluit)
def replace_besluit(call: Call, uuid: UUID, body: Besluit) -> Besluit:
    """Werk een besluit in zijn geheel bij."""
    return change(call, uuid, body)


@API.patch(ONE, scopes=BIJWERKEN, body=Besluit, answers=Besluit)
def update_besluit(call: Call, uuid: UUID, body: Besluit) -> Besluit:
    """Werk een besluit deels bij."""
    return change(call, uuid, body)


@API.delete(ONE, scopes=VERWIJDEREN)
def delete_besluit(call: Call, uuid: UUID) -> None:
    """Verwijder een besluit met wat erbij hoort."""
    one_besluit(uuid, call.actor)
    destroy_besluit(uuid, actor=call.actor)


def change(call: Call, uuid: UUID, body: Besluit) -> Besluit:
    """Change what was given; what identifies the decision may be told again, but not otherwise."""
    one_besluit(uuid, call.actor)
    told = given(body)
    fixed = {name: told[name] for name in FIXED[:2] if told.get(name)}
    fixed |= {f"{name}_id": id_of(told[name]) for name in FIXED[2:] if name in told}
    return show_besluiten([change_besluit(uuid, fixed=fixed, **given(body, *FIXED), actor=call.actor)])[0]


def visible(actor: Actor) -> QuerySet[Row]:
    """Decisions that this caller may read."""
    found: QuerySet[Row] = Row.objects.visible_to(actor)
    return found


def one_besluit(besluit_id: UUID, actor: Actor) -> Row:
    """One decision. Raises NotFound, or NotAllowed when it may not be read."""
    return only(visible(actor).filter(pk=besluit_id), Row.objects.filter(pk=besluit_id))


def show_besluiten(rows: Sequence[Row]) -> list[Besluit]:
    """Besluiten as the norm writes them."""
    return [
        Besluit(
            url=url_of("besluiten", "besluiten", row.pk),
            besluittype=url_of("catalogi", "besluittypen", row.besluittype_id),
            zaak=url_of("zaken", "zaken", row.zaak_id) if row.zaak_id else "",
            vervalreden_weergave=row.get_vervalreden_display(),
            **{name: getattr(row, name) for name in OF_THE_ROW},
        )
        for row in rows
    ]
