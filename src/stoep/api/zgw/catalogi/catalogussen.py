"""Catalogussen: the types of one organisation, with the addresses of all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.catalogi.api import API
from stoep.api.zgw.catalogi.filters import READ, WRITE, Urls, newest_first
from stoep.api.zgw.catalogi.versions import RESOURCES, Versioned
from stoep.api.zgw.links import OwnUrl
from stoep.catalogi import models
from stoep.catalogi.commands import create_catalogus
from stoep.foundation.numbers import Rsin
from stoep.foundation.rest import Call, Email, Many, Paged, PageFilter, Pattern, Text, Wire, given, page_of

RsinText = Annotated[
    str, Pattern(9, accepts=Rsin.is_valid, reason="Dit is geen RSIN: negen cijfers die bij elkaar passen.")
]


class Catalogus(Wire, kw_only=True):
    """De typen van een organisatie."""

    url: Annotated[str, OwnUrl()]
    domein: Annotated[str, Text(5)]
    rsin: RsinText
    contactpersoon_beheer_naam: Annotated[str, Text(40)]
    contactpersoon_beheer_telefoonnummer: Annotated[str, Text(20, blank=True)] = ""
    contactpersoon_beheer_emailadres: Annotated[str, Email(254, blank=True)] = ""
    zaaktypen: Urls
    besluittypen: Urls
    informatieobjecttypen: Urls
    naam: Annotated[str | None, Text(200, blank=True)] = ""
    versie: Annotated[str | None, Text(20, blank=True)] = ""
    begindatum_versie: date | None = None


class CatalogusFilter(PageFilter, kw_only=True):
    """Filters of the list of catalogussen."""

    domein: str | None = None
    domein__in: Annotated[list[str], Many(Text())] = []
    rsin: str | None = None
    rsin__in: Annotated[list[str], Many(Text())] = []


@API.get("catalogussen", scopes=READ, answers=Catalogus, shape="pages", query=CatalogusFilter)
def list_catalogussen(_call: Call, query: CatalogusFilter) -> Paged[Catalogus]:
    """Alle catalogussen opvragen."""
    rows = newest_first(models.Catalogus.objects.all())
    for name in ("domein", "domein__in", "rsin", "rsin__in"):
        if value := getattr(query, name):
            rows = rows.filter(**{name: value})
    return page_of(rows, query.page, show_catalogussen)


@API.get("catalogussen/{uuid}", scopes=READ, answers=Catalogus)
def read_catalogus(_call: Call, uuid: UUID) -> Catalogus:
    """Een catalogus opvragen."""
    return show_catalogussen([models.Catalogus.objects.one(uuid)])[0]


@API.post("catalogussen", scopes=WRITE, body=Catalogus, answers=Catalogus)
def post_catalogus(call: Call, body: Catalogus) -> Catalogus:
    """Maak een catalogus aan."""
    fields = given(body) | {"naam": body.naam or "", "versie": body.versie or ""}
    return show_catalogussen([create_catalogus(**fields, actor=call.actor)])[0]


def show_catalogussen(rows: Sequence[models.Catalogus]) -> list[Catalogus]:
    """Catalogussen as the norm writes them."""
    ids = [row.pk for row in rows]
    types = {resource: urls_by_catalogus(model, resource, ids) for model, resource in RESOURCES.items()}
    return [
        Catalogus(
            url=url_of("catalogi", "catalogussen", row.pk),
            domein=row.domein,
            rsin=row.rsin,
            contactpersoon_beheer_naam=row.contactpersoon_beheer_naam,
            contactpersoon_beheer_telefoonnummer=row.contactpersoon_beheer_telefoonnummer,
            contactpersoon_beheer_emailadres=row.contactpersoon_beheer_emailadres,
            zaaktypen=types["zaaktypen"][row.pk],
            besluittypen=types["besluittypen"][row.pk],
            informatieobjecttypen=types["informatieobjecttypen"][row.pk],
            naam=row.naam,
            versie=row.versie,
            begindatum_versie=row.begindatum_versie,
        )
        for row in rows
    ]


def urls_by_catalogus(model: Versioned, resource: str, ids: Sequence[UUID]) -> Mapping[UUID, list[str]]:
    """The addresses of all types of one sort, by catalogus."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for catalogus_id, row_id in (
        model.objects.filter(catalogus__in=ids).order_by("id").values_list("catalogus_id", "id")
    ):
        found[catalogus_id].append(url_of("catalogi", resource, row_id))
    return found
