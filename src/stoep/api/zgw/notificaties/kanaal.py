"""Kanalen: where sources tell what happens."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import OwnUrl
from stoep.api.zgw.notificaties.api import API
from stoep.api.zgw.notificaties.scopes import EITHER, PUBLISH
from stoep.foundation.rest import Call, Many, Text, Uri, Wire, given
from stoep.notificaties import models, queries
from stoep.notificaties.commands import create_kanaal as make_kanaal


class Kanaal(Wire, kw_only=True):
    """Een kanaal waarop een bron vertelt wat er gebeurt."""

    url: Annotated[str, OwnUrl()] = ""
    naam: Annotated[str, Text(50, 1)]
    documentatie_link: Annotated[str, Uri(200, blank=True)] = ""
    filters: Annotated[list[str], Many(Text(100, 1))] = []


class KanaalFilter(Wire, kw_only=True):
    """Filters of the list of kanalen."""

    naam: str | None = None


@API.get("kanaal", scopes=EITHER, answers=Kanaal, shape="list", query=KanaalFilter)
def list_kanalen(_call: Call, query: KanaalFilter) -> list[Kanaal]:
    """Alle kanalen opvragen."""
    return [show_kanaal(row) for row in queries.list_kanalen(naam=query.naam)]


@API.get("kanaal/{uuid}", scopes=EITHER, answers=Kanaal, head=False)
def read_kanaal(_call: Call, uuid: UUID) -> Kanaal:
    """Een kanaal opvragen."""
    return show_kanaal(queries.get_kanaal(uuid))


@API.post("kanaal", scopes=PUBLISH, body=Kanaal, answers=Kanaal)
def create_kanaal(call: Call, body: Kanaal) -> Kanaal:
    """Een kanaal aanmaken."""
    return show_kanaal(make_kanaal(**given(body), actor=call.actor))


def show_kanaal(row: models.Kanaal) -> Kanaal:
    """A channel as the norm writes it."""
    return Kanaal(
        url=url_of("notificaties", "kanaal", row.pk),
        naam=row.naam,
        documentatie_link=row.documentatie_link,
        filters=row.filters,
    )
