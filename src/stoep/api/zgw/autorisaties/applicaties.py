"""Applicaties: which programs may use the APIs, and what they may (ac-001, ac-002, ac-003)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from msgspec import UNSET, UnsetType

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.autorisaties.api import API
from stoep.api.zgw.autorisaties.types import Types, kept_broad, names_of_types, read_types
from stoep.api.zgw.links import Link, OwnUrl, id_of
from stoep.foundation.errors import NotFound
from stoep.foundation.rest import Call, Errors, Many, Paged, PageFilter, Text, Wire, choice, given, page_of
from stoep.toegang import models, queries
from stoep.toegang.actors import Vertrouwelijkheid
from stoep.toegang.commands import change_applicatie, create_applicatie, remove_applicatie
from stoep.toegang.rules.autorisaties import TYPED, Verlening, missing_fields
from stoep.toegang.rules.scopes import COMPONENT_LABELS, Component

READ = ("autorisaties.lezen",)
WRITE = ("autorisaties.bijwerken",)


class AutorisatieBase(Wire, kw_only=True):
    """Wat een applicatie mag in een component. Zaaktype, informatieobjecttype en besluittype horen bij zrc, drc en brc."""

    component: Annotated[str, choice([each.value for each in Component])]
    component_weergave: Annotated[str, Text(min_length=1, read_only=True)] = ""
    scopes: Annotated[list[str], Many(Text(100, 1), min_items=1)]
    zaaktype: Annotated[str | UnsetType, Link("catalogi", "zaaktypen", max_length=1000)] = UNSET
    informatieobjecttype: Annotated[str | UnsetType, Link("catalogi", "informatieobjecttypen", max_length=1000)] = UNSET
    besluittype: Annotated[str | UnsetType, Link("catalogi", "besluittypen", max_length=1000)] = UNSET
    max_vertrouwelijkheidaanduiding: Annotated[str | UnsetType, choice(Vertrouwelijkheid)] = UNSET


class Applicatie(Wire, kw_only=True):
    """Een programma dat de API's gebruikt."""

    url: Annotated[str, OwnUrl()] = ""
    client_ids: Annotated[list[str], Many(Text(50, 1), min_items=1)]
    label: Annotated[str, Text(100, 1)]
    heeft_alle_autorisaties: bool | UnsetType = UNSET
    autorisaties: list[AutorisatieBase] | UnsetType = UNSET


class ApplicatieFilter(PageFilter, kw_only=True):
    """Filters of the list of applications."""

    client_ids: Annotated[list[str], Many(Text())] = []


class ConsumerFilter(Wire, kw_only=True):
    """Which application is asked for."""

    client_id: str | None = None


@API.get("applicaties", scopes=READ, answers=Applicatie, shape="pages", query=ApplicatieFilter)
def list_applicaties(call: Call, query: ApplicatieFilter) -> Paged[Applicatie]:
    """Geef een collectie van applicaties, met ingesloten autorisaties."""
    rows = queries.list_applicaties(call.actor).prefetch_related("autorisaties").order_by("created_at", "id")
    if query.client_ids:
        rows = rows.filter(pk__in=models.ClientId.objects.filter(client_id__in=query.client_ids).values("applicatie"))
    return page_of(rows, query.page, show_applicaties)


@API.get("applicaties/consumer", scopes=READ, answers=Applicatie, query=ConsumerFilter, head=False)
def read_consumer(call: Call, query: ConsumerFilter) -> Applicatie:
    """Vraag een applicatie op, op basis van clientId."""
    if not query.client_id:
        errors = Errors()
        errors.add("clientId", "required", _("Geef de clientId van de applicatie."))
        errors.refuse()
    client = models.ClientId.objects.filter(client_id=query.client_id).first()
    if client is None:
        raise NotFound
    return show_one(call, client.applicatie_id)


@API.get("applicaties/{uuid}", scopes=READ, answers=Applicatie)
def read_applicatie(call: Call, uuid: UUID) -> Applicatie:
    """Vraag een applicatie op, met ingesloten autorisaties."""
    return show_one(call, uuid)


@API.post("applicaties", scopes=WRITE, body=Applicatie, answers=Applicatie)
def post_applicatie(call: Call, body: Applicatie) -> Applicatie:
    """Registreer een applicatie met een bepaalde set van autorisaties."""
    made = create_applicatie(
        label=body.label,
        client_ids=body.client_ids,
        heeft_alle_autorisaties=body.heeft_alle_autorisaties is True,
        autorisaties=verleningen_of(body) or [],
        actor=call.actor,
    )
    return show_applicaties([made])[0]


@API.put("applicaties/{uuid}", scopes=WRITE, body=Applicatie, answers=Applicatie)
def put_applicatie(call: Call, uuid: UUID, body: Applicatie) -> Applicatie:
    """Werk de applicatie bij."""
    return changed(call, uuid, body)


@API.patch("applicaties/{uuid}", scopes=WRITE, body=Applicatie, answers=Applicatie)
def patch_applicatie(call: Call, uuid: UUID, body: Applicatie) -> Applicatie:
    """Werk (een deel van) de applicatie bij."""
    return changed(call, uuid, body)


@API.delete("applicaties/{uuid}", scopes=WRITE)
def delete_applicatie(call: Call, uuid: UUID) -> None:
    """Verwijder een applicatie met de bijhorende autorisaties."""
    remove_applicatie(uuid, actor=call.actor)


def changed(call: Call, uuid: UUID, body: Applicatie) -> Applicatie:
    """Change what was given; authorisations that were not given stay, also with PUT."""
    present = models.Applicatie.objects.locked(uuid)
    values = given(body, "autorisaties")
    rows = [row.verlening for row in present.autorisaties.all()]
    wanted = verleningen_of(body)
    made = change_applicatie(
        uuid,
        label=values.get("label", present.label),
        client_ids=values.get("client_ids") or [client.client_id for client in present.client_ids.all()],
        heeft_alle_autorisaties=values.get("heeft_alle_autorisaties", present.heeft_alle_autorisaties),
        autorisaties=rows if wanted is None else kept_broad(rows, wanted, read_types()),
        actor=call.actor,
    )
    return show_applicaties([made])[0]


def verleningen_of(body: Applicatie) -> list[Verlening] | None:
    """The authorisations that were given, types by their names; None when none were. All that is wrong is told at once."""
    if body.autorisaties is UNSET:
        return None
    entries: list[AutorisatieBase] = list(body.autorisaties)
    errors = Errors()
    names = names_in(entries)
    found = []
    for place, entry in enumerate(entries):
        verlening = verlening_of(entry, names)
        if verlening is None:
            name = f"autorisaties.{place}.{TYPED[Component(entry.component)][1]}"
            errors.add(name, "bad-url", _("Op dit adres is niets te vinden."))
            continue
        for missing in missing_fields(verlening):
            name = "maxVertrouwelijkheidaanduiding" if missing.startswith("max") else missing
            errors.add(f"autorisaties.{place}.{name}", "required", _("Dit veld is verplicht bij deze scopes."))
        found.append(verlening)
    errors.refuse()
    return found


def names_in(entries: Sequence[AutorisatieBase]) -> Mapping[Component, Mapping[UUID, tuple[str, str]]]:
    """What the types are called that were given by address."""
    ids: dict[Component, set[UUID]] = defaultdict(set)
    for entry in entries:
        component = Component(entry.component)
        if component in TYPED and isinstance(address := getattr(entry, TYPED[component][1]), str):
            ids[component].add(id_of(address))
    return {component: names_of_types(component, wanted) for component, wanted in ids.items()}


def verlening_of(entry: AutorisatieBase, names: Mapping[Component, Mapping[UUID, tuple[str, str]]]) -> Verlening | None:
    """One authorisation; None when its type does not exist. Fields of other components are passed over."""
    component, scopes = Component(entry.component), tuple(dict.fromkeys(entry.scopes))
    if component not in TYPED:
        return Verlening(component, scopes)
    _noun, type_field, asks_level = TYPED[component]
    level = entry.max_vertrouwelijkheidaanduiding
    verlening = Verlening(
        component,
        scopes,
        max_vertrouwelijkheid=Vertrouwelijkheid(level) if asks_level and isinstance(level, str) else None,
    )
    address = getattr(entry, type_field)
    if not isinstance(address, str):
        return verlening
    found = names[component].get(id_of(address))
    if found is None:
        return None
    catalogus, name = found
    return Verlening(component, scopes, name, catalogus, verlening.max_vertrouwelijkheid)


def show_one(call: Call, uuid: UUID) -> Applicatie:
    """One application."""
    return show_applicaties([queries.get_applicatie(uuid, call.actor)])[0]


def show_applicaties(rows: Sequence[models.Applicatie]) -> list[Applicatie]:
    """Applications as the norm writes them: rights for a name or a catalogus as a list of versions of types."""
    types = read_types()
    return [
        Applicatie(
            url=url_of("autorisaties", "applicaties", row.pk),
            client_ids=[client.client_id for client in row.client_ids.all()],
            label=row.label,
            heeft_alle_autorisaties=row.heeft_alle_autorisaties,
            autorisaties=[
                shown for each in row.autorisaties.all() for shown in show_autorisatie(each.verlening, types)
            ],
        )
        for row in rows
    ]


def show_autorisatie(verlening: Verlening, types: Types) -> list[AutorisatieBase]:
    """One right of ours, as the norm has it."""
    level: dict[str, Any] = {}
    if verlening.max_vertrouwelijkheid:
        level["max_vertrouwelijkheidaanduiding"] = verlening.max_vertrouwelijkheid.value
    return [
        AutorisatieBase(
            component=verlening.component.value,
            component_weergave=COMPONENT_LABELS[verlening.component],
            scopes=list(verlening.scopes),
            **level,
            **({TYPED[verlening.component][1]: url} if url else {}),
        )
        for _each, url in types.spread(verlening)
    ]
