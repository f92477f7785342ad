"""Besluitinformatieobjecten: the documents that lay a decision down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from django.db.models import QuerySet

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.besluiten.api import API
from stoep.api.zgw.besluiten.besluiten import AANMAKEN, LEZEN, VERWIJDEREN, visible
from stoep.api.zgw.documenten.reading import DOCUMENTEN, document_url, only
from stoep.api.zgw.links import Link, OwnUrl, exists_in, id_of
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation.rest import Call, Wire
from stoep.foundation.rest.kinds import Schema
from stoep.toegang.actors import Actor
from stoep.zaken.commands import link_besluitdocument, unlink_besluitdocument
from stoep.zaken.models import Besluit, Besluitinformatieobject

ONE = "besluitinformatieobjecten/{uuid}"


@dataclass(frozen=True)
class DocumentLink(Link):
    """The address of a document, which is of another API."""

    def shape(self) -> Schema:
        """As the norm has it."""
        return super().shape() | {"minLength": 1}


DOCUMENT = DocumentLink("documenten", DOCUMENTEN, max_length=1000, exists=exists_in(EnkelvoudigInformatieobject))
BESLUIT = Link("besluiten", "besluiten", own=True, exists=exists_in(Besluit))


class BesluitInformatieObject(Wire, kw_only=True):
    """Een document waarin een besluit is vastgelegd."""

    url: Annotated[str, OwnUrl()] = ""
    informatieobject: Annotated[str, DOCUMENT]
    besluit: Annotated[str, BESLUIT]


class BesluitInformatieObjectFilter(Wire, kw_only=True):
    """Filters of the list, which the norm gives whole."""

    besluit: Annotated[str | None, BESLUIT] = None
    informatieobject: Annotated[str | None, DOCUMENT] = None


@API.get(
    "besluitinformatieobjecten",
    scopes=LEZEN,
    answers=BesluitInformatieObject,
    shape="list",
    query=BesluitInformatieObjectFilter,
)
def list_besluitinformatieobjecten(call: Call, query: BesluitInformatieObjectFilter) -> list[BesluitInformatieObject]:
    """Alle documenten van besluiten opvragen."""
    asked = {"besluit": id_of(query.besluit), "informatieobject": id_of(query.informatieobject)}
    rows = visible_links(call.actor).filter(**{name: value for name, value in asked.items() if value})
    return show(list(rows.order_by("-pk")))


@API.get(ONE, scopes=LEZEN, answers=BesluitInformatieObject)
def read_besluitinformatieobject(call: Call, uuid: UUID) -> BesluitInformatieObject:
    """Een specifiek document van een besluit opvragen."""
    return show([one_link(uuid, call.actor)])[0]


@API.post("besluitinformatieobjecten", scopes=AANMAKEN, body=BesluitInformatieObject, answers=BesluitInformatieObject)
def create_besluitinformatieobject(call: Call, body: BesluitInformatieObject) -> BesluitInformatieObject:
    """Leg vast in welk document een besluit staat."""
    row = link_besluitdocument(id_of(body.besluit), document_id=id_of(body.informatieobject), actor=call.actor)
    return show([row])[0]


@API.delete(ONE, scopes=VERWIJDEREN)
def delete_besluitinformatieobject(call: Call, uuid: UUID) -> None:
    """Verwijder de relatie tussen een besluit en een document."""
    one_link(uuid, call.actor)
    unlink_besluitdocument(uuid, actor=call.actor)


def visible_links(actor: Actor) -> QuerySet[Besluitinformatieobject]:
    """Relations of decisions that this caller may read."""
    rows: QuerySet[Besluitinformatieobject] = Besluitinformatieobject.objects.all()
    return rows.filter(besluit__in=visible(actor).order_by())


def one_link(relatie_id: UUID, actor: Actor) -> Besluitinformatieobject:
    """One relation. Raises NotFound, or NotAllowed when the decision may not be read."""
    rows: QuerySet[Besluitinformatieobject] = Besluitinformatieobject.objects.filter(pk=relatie_id)
    return only(visible_links(actor).filter(pk=relatie_id), rows)


def show(rows: Sequence[Besluitinformatieobject]) -> list[BesluitInformatieObject]:
    """Besluitinformatieobjecten as the norm writes them."""
    return [
        BesluitInformatieObject(
            url=url_of("besluiten", "besluitinformatieobjecten", row.pk),
            informatieobject=document_url(row.informatieobject_id),
            besluit=url_of("besluiten", "besluiten", row.besluit_id),
        )
        for row in rows
    ]
