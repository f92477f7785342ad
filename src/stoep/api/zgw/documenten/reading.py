"""What every resource of the Documenten API shares: which documents a caller may read, and the links between them."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import Link, OwnUrl, exists_in
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.numbers import Rsin
from stoep.foundation.rest import Pattern
from stoep.toegang.actors import Actor

ModelT = TypeVar("ModelT", bound=Model)

LEZEN = ("documenten.lezen",)
AANMAKEN = ("documenten.aanmaken",)
BIJWERKEN = ("documenten.bijwerken", "documenten.geforceerd-bijwerken")
VERWIJDEREN = ("documenten.verwijderen",)
DOCUMENTEN = "enkelvoudiginformatieobjecten"

Url = Annotated[str, OwnUrl()]
RSIN = Pattern(9, 1, accepts=Rsin.is_valid, reason="Dit is geen RSIN: negen cijfers die bij elkaar passen.")


DOCUMENT = Link("documenten", DOCUMENTEN, own=True, exists=exists_in(EnkelvoudigInformatieobject))


def document_url(document_id: UUID) -> str:
    """The address of a document."""
    return url_of("documenten", DOCUMENTEN, document_id)


def visible_documents(actor: Actor) -> QuerySet[EnkelvoudigInformatieobject]:
    """Documents that this caller may read, with what is shown of them."""
    visible: QuerySet[EnkelvoudigInformatieobject] = EnkelvoudigInformatieobject.objects.visible_to(actor)
    return visible.select_related("laatste_versie", "informatieobjecttype")


def visible_parts(rows: QuerySet[ModelT], actor: Actor, **conditions: Any) -> QuerySet[ModelT]:
    """What goes with documents that this caller may read, newest first, as far as it meets what was asked."""
    asked = {path: value for path, value in conditions.items() if value is not None}
    visible = EnkelvoudigInformatieobject.objects.visible_to(actor)
    return rows.filter(informatieobject__in=visible, **asked).order_by("-pk")


def one_part(model: type[ModelT], part_id: UUID, actor: Actor) -> ModelT:
    """One row that goes with a document. Raises NotFound, or NotAllowed when the document may not be read."""
    rows: QuerySet[ModelT] = model._default_manager.filter(pk=part_id)
    return only(visible_parts(rows, actor), rows)


def one_document(document_id: UUID, actor: Actor) -> EnkelvoudigInformatieobject:
    """One document. Raises NotFound or NotAllowed, as for a part."""
    rows: QuerySet[EnkelvoudigInformatieobject] = EnkelvoudigInformatieobject.objects.filter(pk=document_id)
    return only(visible_documents(actor).filter(pk=document_id), rows)


def only(visible: QuerySet[ModelT], rows: QuerySet[ModelT]) -> ModelT:
    """The one row that may be read."""
    found = visible.first()
    if found is None:
        if rows.exists():
            raise NotAllowed(right="documenten.read")
        raise NotFound
    return found
