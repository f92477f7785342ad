"""What every resource of the Zaken API shares: which zaken and parts a caller may read, and the links between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated, Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import Link, OwnUrl, exists_in
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.rest import Call, Uuid
from stoep.toegang import verwerkingen
from stoep.toegang.actors import Actor
from stoep.toegang.queries import limit_to_grants
from stoep.zaken.models import Status, Zaak

ModelT = TypeVar("ModelT", bound=Model)

LEZEN = ("zaken.lezen",)
BIJWERKEN = ("zaken.bijwerken", "zaken.geforceerd-bijwerken")
AANMAKEN = ("zaken.aanmaken", *BIJWERKEN)
VERWIJDEREN = (*BIJWERKEN, "zaken.verwijderen")
READ = "zaken.read"


OwnUuid = Annotated[UUID, Uuid(read_only=True)]
Url = Annotated[str, OwnUrl()]
ZAAK = Link("zaken", "zaken", own=True, max_length=1000, min_length=1, exists=exists_in(Zaak))
STATUS = Link("zaken", "statussen", own=True, max_length=1000, min_length=1, exists=exists_in(Status))


def type_link(resource: str, model: type[Model]) -> Link:
    """The address of a type that is ours."""
    return Link("catalogi", resource, max_length=1000, exists=exists_in(model))


def zaak_url(zaak_id: UUID) -> str:
    """The address of a zaak."""
    return url_of("zaken", "zaken", zaak_id)


def visible_parts(rows: QuerySet[ModelT], actor: Actor, zaak: str = "zaak") -> QuerySet[ModelT]:
    """Parts of zaken that this caller may read; `zaak` is the path to the zaak (zrc-006)."""
    return limit_to_grants(
        rows,
        actor,
        READ,
        zaaktype_field=f"{zaak}__zaaktype__identificatie",
        vertrouwelijkheid_field=f"{zaak}__vertrouwelijkheidaanduiding",
        catalogus_field=f"{zaak}__zaaktype__catalogus",
    )


def one_part(model: type[ModelT], part_id: UUID, actor: Actor) -> ModelT:
    """One part. Raises NotFound, and NotAllowed when it is of a zaak that the caller may not read, as the norm has it."""
    rows = model._default_manager.filter(pk=part_id)
    return only(visible_parts(rows, actor), rows)


def one_zaak(zaak_id: UUID, actor: Actor) -> Zaak:
    """One zaak. Raises NotFound or NotAllowed, as for a part."""
    rows = Zaak.objects.filter(pk=zaak_id)
    return only(rows.visible_to(actor), rows)


def only(visible: QuerySet[ModelT], rows: QuerySet[ModelT]) -> ModelT:
    """The one row that may be read."""
    found = visible.first()
    if found is None:
        if rows.exists():
            raise NotAllowed(right=READ)
        raise NotFound
    return found


def note_read(call: Call, soort: str, ids: Iterable[UUID]) -> None:
    """Note that personal data of these objects goes to the caller, and for what (logging of processing)."""
    verwerkingen.note(call.actor, soort, ids, call.header("X-NLX-Logrecord-ID"))


def filtered(rows: QuerySet[ModelT], **conditions: Any) -> QuerySet[ModelT]:
    """Rows that meet each condition that was given, newest first."""
    asked = {path: value for path, value in conditions.items() if value is not None}
    return rows.filter(Q(**asked)).order_by("-pk") if asked else rows.order_by("-pk")


def by_first(pairs: Iterable[tuple[Any, str]]) -> defaultdict[Any, list[str]]:
    """Addresses, by what they belong to."""
    found: defaultdict[Any, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
