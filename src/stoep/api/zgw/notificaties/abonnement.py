"""Abonnementen: who wants to be told what happens, and where.

Making and changing one calls the subscriber; the commands do that before their transaction begins, so these
operations have none of their own around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import OwnUrl
from stoep.api.zgw.notificaties.api import API
from stoep.api.zgw.notificaties.scopes import CONSUME, EITHER
from stoep.foundation.rest import Call, Text, Texts, Uri, Wire, given
from stoep.notificaties import commands, models, queries
from stoep.notificaties.commands import Wens


class FilterGroup(Wire, kw_only=True):
    """Een kanaal, en de kenmerken die een bericht moet hebben."""

    naam: Annotated[str, Text(min_length=1)]
    filters: Annotated[dict[str, str], Texts(Text(1000))] = {}


class Abonnement(Wire, kw_only=True):
    """Waar een applicatie wil horen wat er gebeurt, en waarvan."""

    url: Annotated[str, OwnUrl()] = ""
    callback_url: Annotated[str, Uri(200, 1)]
    auth: Annotated[str, Text(1000, 1)]
    kanalen: list[FilterGroup]


@API.get("abonnement", scopes=EITHER, answers=Abonnement, shape="list")
def list_abonnementen(call: Call) -> list[Abonnement]:
    """Alle abonnementen van deze applicatie opvragen."""
    return [show_abonnement(row) for row in queries.list_abonnementen(call.actor)]


@API.get("abonnement/{uuid}", scopes=EITHER, answers=Abonnement, head=False)
def read_abonnement(call: Call, uuid: UUID) -> Abonnement:
    """Een abonnement opvragen."""
    return show_abonnement(queries.get_abonnement(uuid, call.actor))


@API.post("abonnement", scopes=CONSUME, body=Abonnement, answers=Abonnement, whole=False)
def create_abonnement(call: Call, body: Abonnement) -> Abonnement:
    """Een abonnement aanmaken."""
    return show_abonnement(commands.create_abonnement(**asked(body), actor=call.actor))


@API.put("abonnement/{uuid}", scopes=CONSUME, body=Abonnement, answers=Abonnement, whole=False)
def update_abonnement(call: Call, uuid: UUID, body: Abonnement) -> Abonnement:
    """Een abonnement in zijn geheel wijzigen."""
    return show_abonnement(commands.change_abonnement(uuid, **asked(body), actor=call.actor))


@API.patch("abonnement/{uuid}", scopes=CONSUME, body=Abonnement, answers=Abonnement, whole=False)
def partial_update_abonnement(call: Call, uuid: UUID, body: Abonnement) -> Abonnement:
    """Een abonnement deels wijzigen."""
    return show_abonnement(commands.change_abonnement(uuid, **asked(body), actor=call.actor))


@API.delete("abonnement/{uuid}", scopes=CONSUME)
def delete_abonnement(call: Call, uuid: UUID) -> None:
    """Een abonnement verwijderen."""
    commands.remove_abonnement(uuid, actor=call.actor)


def asked(body: Abonnement) -> dict[str, Any]:
    """What was given, as the commands take it."""
    values = given(body)
    if "kanalen" in values:
        values["kanalen"] = wensen_of(values["kanalen"])
    return values


def wensen_of(groups: Sequence[FilterGroup]) -> list[Wens]:
    """Channels with filters, as a subscriber asks for them."""
    return [Wens(group.naam, group.filters) for group in groups]


def show_abonnement(row: models.Abonnement) -> Abonnement:
    """A subscription as the norm writes it; whoever may see it is its owner, and knows the header."""
    keuzes = row.keuzes.all()
    if "keuzes" not in getattr(row, "_prefetched_objects_cache", {}):
        keuzes = keuzes.select_related("kanaal")
    return Abonnement(
        url=url_of("notificaties", "abonnement", row.pk),
        callback_url=row.callback_url,
        auth=row.auth,
        kanalen=[FilterGroup(naam=keuze.kanaal.naam, filters=keuze.filters) for keuze in keuzes],
    )
