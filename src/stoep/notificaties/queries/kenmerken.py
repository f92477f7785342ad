"""The kenmerken of objects: by these subscriptions filter. One query for each channel, however many objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from django.db.models import Model

from stoep.catalogi.models import Besluittype, Informatieobjecttype, Zaaktype
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.notificaties.rules import meldingen as kanalen
from stoep.notificaties.rules.adressen import url_of
from stoep.notificaties.rules.meldingen import Melding
from stoep.zaken.models import Besluit, Zaak

Kenmerken = Mapping[str, str]
Key = tuple[str, UUID]

# Of each channel: the table of its hoofdObject, and the columns from which its kenmerken are made.
SOURCES: dict[str, tuple[type[Model], tuple[str, ...]]] = {
    kanalen.ZAKEN: (
        Zaak,
        ("bronorganisatie", "zaaktype_id", "zaaktype__catalogus_id", "vertrouwelijkheidaanduiding"),
    ),
    kanalen.DOCUMENTEN: (
        EnkelvoudigInformatieobject,
        (
            "bronorganisatie",
            "informatieobjecttype_id",
            "informatieobjecttype__catalogus_id",
            "laatste_versie__vertrouwelijkheidaanduiding",
        ),
    ),
    kanalen.BESLUITEN: (
        Besluit,
        ("verantwoordelijke_organisatie", "besluittype_id", "besluittype__catalogus_id"),
    ),
    kanalen.ZAAKTYPEN: (Zaaktype, ("catalogus_id",)),
    kanalen.BESLUITTYPEN: (Besluittype, ("catalogus_id",)),
    kanalen.INFORMATIEOBJECTTYPEN: (Informatieobjecttype, ("catalogus_id",)),
}
TYPES: dict[str, tuple[type[Model], str]] = {
    kanalen.ZAKEN: (Zaaktype, "zaaktype_id"),
    kanalen.DOCUMENTEN: (Informatieobjecttype, "informatieobjecttype_id"),
    kanalen.BESLUITEN: (Besluittype, "besluittype_id"),
}


def read_kenmerken(meldingen: Sequence[Melding], base: str) -> dict[Key, Kenmerken]:
    """The kenmerken by channel and hoofdObject. What is gone has those that its event tells; else it has none."""
    found: dict[Key, Kenmerken] = {}
    for kanaal in dict.fromkeys(melding.kanaal for melding in meldingen):
        ours = [melding for melding in meldingen if melding.kanaal == kanaal]
        if kanaal in SOURCES:
            rows = rows_of(kanaal, {melding.hoofd_id for melding in ours}) | rows_of_gone(kanaal, ours)
            found |= {(kanaal, key): in_words(kanaal, row, base) for key, row in rows.items()}
    return found


def rows_of(kanaal: str, ids: Iterable[UUID]) -> dict[UUID, tuple[Any, ...]]:
    """The columns of the objects that are there."""
    model, columns = SOURCES[kanaal]
    rows = model._default_manager.filter(pk__in=list(ids)).values_list("pk", *columns)
    return {row[0]: tuple(row[1:]) for row in rows}


def rows_of_gone(kanaal: str, meldingen: Iterable[Melding]) -> dict[UUID, tuple[Any, ...]]:
    """The same columns of objects that are gone, as their last event tells them."""
    gone = {melding.hoofd_id: melding.codes for melding in meldingen if melding.codes}
    if not gone or kanaal not in TYPES:
        return {key: tuple(codes.values()) for key, codes in gone.items()}
    model, column = TYPES[kanaal]
    types = {codes[column] for codes in gone.values() if column in codes}
    catalogi = dict(model._default_manager.filter(pk__in=types).values_list("pk", "catalogus_id"))
    _, columns = SOURCES[kanaal]
    return {
        key: tuple(catalogi.get(codes.get(column)) if name.endswith("__catalogus_id") else codes.get(plain(name))
                   for name in columns)
        for key, codes in gone.items()
    }  # fmt: skip


def plain(column: str) -> str:
    """The name of a column as events tell it."""
    return column.rpartition("__")[2] if not column.endswith("_id") else column


def in_words(kanaal: str, row: Sequence[Any], base: str) -> Kenmerken:
    """Columns as the message has them: addresses for types and catalogi."""
    _, columns = SOURCES[kanaal]
    words = {}
    for column, value in zip(columns, row, strict=True):
        if value is not None:
            name, written = SPELLING.get(column, (plain(column), str))
            words[name] = written(value) if written is str else cast("Callable[..., str]", written)(base, value)
    return words


def address(resource: str) -> Callable[[str, UUID], str]:
    """Writes the address of an object of this sort."""
    return lambda base, object_id: url_of(base, resource, object_id)


SPELLING: dict[str, tuple[str, Callable[..., str] | type[str]]] = {
    "zaaktype_id": ("zaaktype", address("zaaktype")),
    "zaaktype__catalogus_id": ("zaaktype.catalogus", address("catalogus")),
    "informatieobjecttype_id": ("informatieobjecttype", address("informatieobjecttype")),
    "informatieobjecttype__catalogus_id": ("informatieobjecttype.catalogus", address("catalogus")),
    "besluittype_id": ("besluittype", address("besluittype")),
    "besluittype__catalogus_id": ("besluittype.catalogus", address("catalogus")),
    "catalogus_id": ("catalogus", address("catalogus")),
}
