"""Zaken: the list with all its filters, one zaak, and registering, changing and destroying one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

import msgspec
from django.db.models import QuerySet

from stoep.api.zgw.links import id_of
from stoep.api.zgw.zaken.api import API
from stoep.api.zgw.zaken.expanding import Tree, expand, read_expand
from stoep.api.zgw.zaken.finding import find_zaken, search_zaken, those_within
from stoep.api.zgw.zaken.kept_form import zaken_on_the_wire
from stoep.api.zgw.zaken.reading import BIJWERKEN, LEZEN, note_read, one_zaak, zaak_url
from stoep.api.zgw.zaken.zaak_wire import ExpandFilter, PageOnly, Zaak, ZaakFilter, ZaakZoek
from stoep.foundation.rest import Answer, Call, Paged, given, invalid, no_such_page, page_of
from stoep.foundation.rest.pages import SIZE
from stoep.toegang.actors import Actor
from stoep.zaken import models
from stoep.zaken.commands import Kenmerk, Relevant, change_zaak, destroy_zaak, register_zaak

EMPTY_GROUPS: dict[str, dict[str, Any]] = {
    "verlenging": {"verlenging_reden": "", "verlenging_duur": ""},
    "opschorting": {"opschorting_indicatie": False, "opschorting_reden": ""},
    "processobject": {
        f"processobject_{name}": "" for name in ("datumkenmerk", "identificatie", "objecttype", "registratie")
    },
}
NEVER_NULL = ("archiefnominatie", "processobjectaard")


@API.get("zaken", scopes=LEZEN, answers=Zaak, shape="pages", query=ZaakFilter, crs=True)
def list_zaken(call: Call, query: ZaakFilter) -> Paged[Any]:
    """Alle zaken opvragen."""
    rows = find_zaken(call.actor, query, query.ordering or ())
    return show_page(call, rows, query.page, read_expand(query.expand))


@API.get("zaken/{uuid}", scopes=LEZEN, answers=Zaak, query=ExpandFilter, crs=True)
def read_zaak(call: Call, uuid: UUID, query: ExpandFilter) -> bytes:
    """Een specifieke zaak opvragen."""
    zaak, tree = one_zaak(uuid, call.actor), read_expand(query.expand)
    note_read(call, "zaak", [uuid])
    return show_zaak(zaak, tree, call.actor)


@API.operation(
    "POST",
    "zaken/_zoek",
    scopes=LEZEN,
    body=ZaakZoek,
    answers=Zaak,
    shape="pages",
    query=PageOnly,
    crs=True,
    whole=False,
)
def search(call: Call, body: ZaakZoek, query: PageOnly) -> Paged[Any]:
    """Zoek zaken, ook op gebied of op een lijst van uuid's."""
    if not any(value not in (None, []) for name, value in given(body).items() if name not in ("expand", "ordering")):
        raise invalid("nonFieldErrors", "empty_search_body", "Geef minstens een zoekterm.")
    tree = read_expand(body.expand)
    rows = search_zaken(call.actor, body)
    area = body.zaakgeometrie.within if body.zaakgeometrie is not None else None
    if area is None:
        return show_page(call, rows, query.page, tree)
    ids = those_within(rows, area)
    start = (query.page - 1) * SIZE
    if start and start >= len(ids):
        raise no_such_page()
    shown = ids[start : start + SIZE]
    note_read(call, "zaak", shown)
    return Paged(len(ids), show_zaken(shown, tree, call.actor), query.page, SIZE)


@API.post("zaken", scopes=("zaken.aanmaken",), body=Zaak, answers=Zaak, crs=True)
def create_zaak(call: Call, body: Zaak) -> Answer[bytes]:
    """Maak een zaak aan."""
    values = velden_of(body)
    zaak = register_zaak(zaaktype_id=id_of(body.zaaktype), actor=call.actor, **values)
    return Answer(show_zaak(zaak, {}, call.actor), headers={"Location": zaak_url(zaak.pk)})


@API.put("zaken/{uuid}", scopes=BIJWERKEN, body=Zaak, answers=Zaak, crs=True)
def replace_zaak(call: Call, uuid: UUID, body: Zaak) -> bytes:
    """Werk een zaak in zijn geheel bij."""
    return change(call, uuid, body)


@API.patch("zaken/{uuid}", scopes=BIJWERKEN, body=Zaak, answers=Zaak, crs=True)
def update_zaak(call: Call, uuid: UUID, body: Zaak) -> bytes:
    """Werk een zaak deels bij."""
    return change(call, uuid, body)


@API.delete("zaken/{uuid}", scopes=("zaken.verwijderen",), crs=True)
def delete_zaak(call: Call, uuid: UUID) -> None:
    """Verwijder een zaak met alles wat erbij hoort."""
    destroy_zaak(uuid, actor=call.actor)


def change(call: Call, uuid: UUID, body: Zaak) -> bytes:
    """Change what was given."""
    zaaktype = given(body).get("zaaktype")
    zaak = change_zaak(uuid, zaaktype_id=id_of(zaaktype), actor=call.actor, **velden_of(body))
    return show_zaak(zaak, {}, call.actor)


def velden_of(body: Zaak) -> dict[str, Any]:
    """What was given, as the commands know it. A group that is null is an empty one (zrc-012)."""
    values = given(body, "zaaktype")
    for name, empty in EMPTY_GROUPS.items():
        if name in values:
            group = values.pop(name)
            values |= empty if group is None else {f"{name}_{key}": value for key, value in given(group).items()}
    if "verlenging_duur" in values:
        values["verlenging_duur"] = values["verlenging_duur"] or ""
    for name in NEVER_NULL:
        if name in values:
            values[name] = values[name] or ""
    if "hoofdzaak" in values:
        values["hoofdzaak_id"] = id_of(values.pop("hoofdzaak"))
    if "relevante_andere_zaken" in values:
        values["relevante_andere_zaken"] = [
            Relevant(id_of(each.url), each.aard_relatie) for each in values["relevante_andere_zaken"]
        ]
    if "kenmerken" in values:
        values["kenmerken"] = [Kenmerk(each.kenmerk, each.bron) for each in values["kenmerken"]]
    return values


def show_zaak(zaak: models.Zaak, tree: Tree, actor: Actor) -> bytes:
    """One zaak as the norm writes it, with what was asked along with it."""
    form = zaken_on_the_wire([zaak.pk])[zaak.pk]
    if not tree:
        return form
    shown = [msgspec.json.decode(form)]
    expand(shown, tree, actor)
    return msgspec.json.encode(shown[0])


def show_page(call: Call, rows: QuerySet[models.Zaak], page: int, tree: Tree) -> Paged[Any]:
    """A page of zaken as the norm writes them."""
    paged = page_of(rows.values_list("pk", flat=True), page, list)
    ids = cast("Sequence[UUID]", paged.results)
    note_read(call, "zaak", ids)
    return Paged(paged.count, show_zaken(ids, tree, call.actor), paged.page, paged.size)


def show_zaken(ids: Sequence[UUID], tree: Tree, actor: Actor) -> bytes:
    """Zaken as the norm writes them, in this order; one that went meanwhile is left out."""
    forms = zaken_on_the_wire(ids) if ids else {}
    kept = [forms[each] for each in ids if each in forms]
    if not tree:
        return b"[" + b",".join(kept) + b"]"
    shown = [msgspec.json.decode(form) for form in kept]
    expand(shown, tree, actor)
    return msgspec.json.encode(shown)
