"""The six sorts of parts of a zaaktype: what their operations have in common, declared in one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, TypeVar
from uuid import UUID

from django.db.models import CharField, QuerySet, TextField

from stoep.api.zgw.catalogi.api import API
from stoep.api.zgw.catalogi.filters import (
    READ,
    REMOVE,
    WRITE_PUBLISHED,
    Status,
    ValidOn,
    newest_first,
    valid_on,
    with_status,
)
from stoep.api.zgw.links import Link, OwnUrl, exists_in, id_of
from stoep.catalogi.commands import add_onderdeel, change_onderdeel, remove_onderdeel
from stoep.catalogi.errors import OtherCatalogus
from stoep.catalogi.models import Catalogus, Statustype, Zaaktype
from stoep.foundation.rest import Call, Paged, PageFilter, Text, Wire, given, page_of
from stoep.toegang.actors import Actor

Fields = dict[str, Any]
PartT = TypeVar("PartT", bound="Part")


ZaaktypeUrl = Annotated[str, Link("catalogi", "zaaktypen", own=True, exists=exists_in(Zaaktype))]
StatustypeUrl = Annotated[str | None, Link("catalogi", "statustypen", own=True, exists=exists_in(Statustype))]
CatalogusUrl = Annotated[str, Link("catalogi", "catalogussen", own=True, exists=exists_in(Catalogus))]
CatalogusOrNull = Annotated[str | None, Link("catalogi", "catalogussen", own=True, exists=exists_in(Catalogus))]
ShownText = Annotated[str, Text(read_only=True)]
ShownUrl = Annotated[str, Link("catalogi", "catalogussen", read_only=True)]


class OfZaaktype(Wire, kw_only=True):
    """What every part says of its zaaktype."""

    url: Annotated[str, OwnUrl()]
    zaaktype: ZaaktypeUrl
    zaaktype_identificatie: ShownText


class Dated(OfZaaktype, kw_only=True):
    """A part that is valid for as long as its zaaktype is."""

    begin_geldigheid: date | None = None
    einde_geldigheid: date | None = None
    begin_object: date | None = None
    einde_object: date | None = None


class OfZaaktypeFilter(PageFilter, kw_only=True):
    """By which the parts can be filtered."""

    zaaktype: Annotated[str | None, Link("catalogi", "zaaktypen")] = None
    status: Status = "definitief"


class PartFilter(OfZaaktypeFilter, kw_only=True):
    """The same, of parts that are dated."""

    zaaktype_identificatie: str | None = None
    datum_geldigheid: ValidOn = None


def nothing_more(_fields: Fields, _zaaktype: Zaaktype) -> None:
    """What is on the wire is what is stored."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One sort of parts."""

    path: str
    name: str
    model: Any
    wire: type[Wire]
    made_of: type[Wire]
    filters: type[OfZaaktypeFilter]
    show: Callable[[Sequence[Any]], list[Any]]
    store: Callable[[Fields, Zaaktype], None] = nothing_more
    lookups: Mapping[str, str] = field(default_factory=dict)
    default_status: bool = True
    related: tuple[str, ...] = ("zaaktype",)
    put_answers: type[Wire] | None = None

    def rows(self) -> QuerySet[Any]:
        """All of them, the latest first."""
        rows: QuerySet[Any] = newest_first(self.model.objects.select_related(*self.related))
        return rows

    def one(self, uuid: UUID) -> Any:
        """One of them on the wire."""
        return self.show([self.model.objects.select_related(*self.related).one(uuid)])[0]

    def filtered(self, query: Any) -> QuerySet[Any]:
        """Those that a query asks for."""
        rows = self.rows()
        if query.zaaktype is not None:
            rows = rows.filter(zaaktype=id_of(query.zaaktype))
        if self.default_status:
            rows = with_status(rows, query.status, "zaaktype__")
        if identificatie := getattr(query, "zaaktype_identificatie", None):
            rows = rows.filter(zaaktype__identificatie=identificatie)
        rows = valid_on(rows, getattr(query, "datum_geldigheid", None), "zaaktype__")
        for name, lookup in self.lookups.items():
            if (value := getattr(query, name)) is not None:
                rows = rows.filter(**{lookup: id_of(value) if name == "catalogus" else value})
        return rows

    def add(self, body: Wire, actor: Actor) -> Any:
        """Add one to its zaaktype, as it was given."""
        values = given(body)
        zaaktype = Zaaktype.objects.one(id_of(values.pop("zaaktype")))
        return add_onderdeel(self.model, zaaktype.pk, actor=actor, **self.command_fields(values, zaaktype))

    def command_fields(self, values: Fields, zaaktype: Zaaktype) -> Fields:
        """What was given, as the command stores it."""
        catalogus = values.pop("catalogus", None)
        if catalogus is not None and id_of(catalogus) != zaaktype.catalogus_id:
            raise OtherCatalogus(omschrijving=str(zaaktype), field="catalogus")
        if "statustype" in values:
            values["statustype_id"] = id_of(values.pop("statustype"))
        self.store(values, zaaktype)
        return without_none(self.model, values)


def without_none(model: Any, values: Fields) -> Fields:
    """A text that may be null on the wire is empty in its column."""
    texts = {each.name for each in model._meta.concrete_fields if isinstance(each, CharField | TextField)}
    return {name: "" if value is None and name in texts else value for name, value in values.items()}


def told(view: Callable[..., Any], name: str, sentence: str) -> Callable[..., Any]:
    """A view with a name and a sentence of its own, for OpenAPI."""

    def named(*args: Any, **kwargs: Any) -> Any:
        return view(*args, **kwargs)

    named.__name__, named.__doc__ = name, sentence
    return named


def declare(part: PartT) -> PartT:
    """The operations of one sort of parts."""
    one = f"{part.path}/{{uuid}}"

    def listing(_call: Call, query: Any) -> Paged[Any]:
        return page_of(part.filtered(query), query.page, part.show)

    def read(_call: Call, uuid: UUID) -> Any:
        return part.one(uuid)

    def create(call: Call, body: Wire) -> Any:
        return part.one(part.add(body, call.actor).pk)

    def change(call: Call, uuid: UUID, body: Wire) -> Any:
        values = given(body)
        present = part.model.objects.select_related("zaaktype").one(uuid)
        zaaktype = present.zaaktype
        if "zaaktype" in values:
            zaaktype = Zaaktype.objects.one(id_of(values.pop("zaaktype")))
        fields = part.command_fields(values, zaaktype)
        change_onderdeel(part.model, uuid, actor=call.actor, zaaktype_id=zaaktype.pk, **fields)
        return part.one(uuid)

    def remove(call: Call, uuid: UUID) -> None:
        remove_onderdeel(part.model, uuid, actor=call.actor)

    API.get(part.path, scopes=READ, answers=part.wire, shape="pages", query=part.filters)(
        told(listing, f"{part.name}_list", f"Alle {part.name}n opvragen.")
    )
    API.get(one, scopes=READ, answers=part.wire)(told(read, f"{part.name}_retrieve", f"Een {part.name} opvragen."))
    API.post(part.path, scopes=WRITE_PUBLISHED, body=part.made_of, answers=part.wire)(
        told(create, f"{part.name}_create", f"Maak een {part.name} aan.")
    )
    API.put(one, scopes=WRITE_PUBLISHED, body=part.made_of, answers=part.put_answers or part.wire)(
        told(change, f"{part.name}_update", f"Werk een {part.name} in zijn geheel bij.")
    )
    API.patch(one, scopes=WRITE_PUBLISHED, body=part.wire, answers=part.wire)(
        told(change, f"{part.name}_partial_update", f"Werk een {part.name} deels bij.")
    )
    API.delete(one, scopes=REMOVE)(told(remove, f"{part.name}_destroy", f"Verwijder een {part.name}."))
    return part
