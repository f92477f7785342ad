"""The feed of changes of an API: what was made, changed or destroyed since, as far as the reader may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from django.db.models import QuerySet

from stoep.catalogi.models import Informatieobjecttype, Zaaktype
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation.errors import Invalid
from stoep.foundation.outbox.feed import BEGINNING, Place, PlaceUnreadable, place_now, read_on, read_place
from stoep.notificaties.errors import PlaatsUnreadable
from stoep.notificaties.rules import meldingen as kanalen
from stoep.notificaties.rules.meldingen import Melding
from stoep.notificaties.vertaling import TABLE, translate
from stoep.toegang.actors import Actor, Guard, Vertrouwelijkheid
from stoep.toegang.queries import limit_to_grants
from stoep.zaken.models import Besluit, Zaak

# Each API that has a feed, with the channels whose messages it tells.
APIS: Final[dict[str, frozenset[str]]] = {
    "zaken": frozenset({kanalen.ZAKEN}),
    "documenten": frozenset({kanalen.DOCUMENTEN}),
    "besluiten": frozenset({kanalen.BESLUITEN}),
    "catalogi": frozenset({kanalen.ZAAKTYPEN, kanalen.BESLUITTYPEN, kanalen.INFORMATIEOBJECTTYPEN}),
}
NAMES: Final = [event.name() for event in TABLE]
NOW = "nu"
PIECE = 100
READINGS = 5  # so that what the reader may not see does not leave a page empty, and a page stays cheap


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One change that the reader may know of."""

    melding: Melding
    tijdstip: datetime


@dataclass(frozen=True, slots=True)
class Wijzigingen:
    """A page of changes, where to read on, and whether there is more now."""

    items: Sequence[Wijziging]
    na: str
    is_more: bool


def read_wijzigingen(api: str, na: str, actor: Actor) -> Wijzigingen:
    """What changed after a place: from the oldest that is kept when none is given, from this moment on for `nu`.

    Changes of what the reader may not see are left out. What is destroyed is told to who might have seen it; earlier
    changes of it are left out then. Raises PlaatsUnreadable, or PlaceGone when the reader must begin anew.
    """
    if na == NOW:
        return Wijzigingen((), place_now().text(), is_more=False)
    place, found, is_more = place_of(na), list[Wijziging](), True
    for _ in range(READINGS):
        piece = read_on(place, NAMES, most=PIECE - len(found))
        place, is_more = piece.place, piece.is_more
        told = [
            Wijziging(melding, entry.occurred_at)
            for entry in piece.entries
            for melding in translate(entry.event)
            if melding.kanaal in APIS[api]
        ]
        visible = visible_among([change.melding for change in told], actor)
        found += [change for change, is_visible in zip(told, visible, strict=True) if is_visible]
        if not is_more or len(found) >= PIECE:
            break
    return Wijzigingen(found, place.text(), is_more=is_more)


def place_of(na: str) -> Place:
    """The place that a reader gives back."""
    try:
        return read_place(na) if na else BEGINNING
    except PlaceUnreadable as error:
        refusal: Invalid = PlaatsUnreadable()
        raise refusal from error


def visible_among(meldingen: Sequence[Melding], actor: Actor) -> list[bool]:
    """Of each change whether the reader may know of it: one or two queries for each sort of object."""
    seen: dict[str, set[UUID]] = {}
    for kanaal in {melding.kanaal for melding in meldingen}:
        ids = {melding.hoofd_id for melding in meldingen if melding.kanaal == kanaal}
        seen[kanaal] = VISIBLE[kanaal](ids, actor)
    guards = guards_of_gone([melding for melding in meldingen if melding.is_gone])
    return [
        may_know_of_gone(melding, guards.get(melding.hoofd_id), actor)
        if melding.is_gone
        else melding.hoofd_id in seen[melding.kanaal]
        for melding in meldingen
    ]


def zaken_seen(ids: Iterable[UUID], actor: Actor) -> set[UUID]:
    """Of these zaken the ones that may be read."""
    return ids_of(Zaak.objects.visible_to(actor), ids)


def documents_seen(ids: Iterable[UUID], actor: Actor) -> set[UUID]:
    """Of these documents the ones that may be read."""
    return ids_of(EnkelvoudigInformatieobject.objects.visible_to(actor), ids)


def besluiten_seen(ids: Iterable[UUID], actor: Actor) -> set[UUID]:
    """Of these decisions the ones that may be read."""
    return ids_of(
        limit_to_grants(
            Besluit.objects.all(),
            actor,
            "besluiten.read",
            zaaktype_field="besluittype__omschrijving",
            catalogus_field="besluittype__catalogus",
        ),
        ids,
    )


def types_seen(ids: Iterable[UUID], actor: Actor) -> set[UUID]:
    """All of these types, for who may read types: of a type that is gone it is known that it was there."""
    return set(ids) if actor.may("catalogi.read") else set()


def ids_of(rows: QuerySet[Any], ids: Iterable[UUID]) -> set[UUID]:
    """The keys among `ids` that are there."""
    return set(rows.order_by().filter(pk__in=list(ids)).values_list("pk", flat=True))


VISIBLE: dict[str, Callable[[Iterable[UUID], Actor], set[UUID]]] = {
    kanalen.ZAKEN: zaken_seen,
    kanalen.DOCUMENTEN: documents_seen,
    kanalen.BESLUITEN: besluiten_seen,
    kanalen.ZAAKTYPEN: types_seen,
    kanalen.BESLUITTYPEN: types_seen,
    kanalen.INFORMATIEOBJECTTYPEN: types_seen,
}
READ: Mapping[str, str] = {
    kanalen.ZAKEN: "zaken.read",
    kanalen.DOCUMENTEN: "documenten.read",
    kanalen.BESLUITEN: "besluiten.read",
}


@dataclass(frozen=True, slots=True)
class Gone:
    """What is no longer there, by what it was guarded."""

    guard: Guard


def may_know_of_gone(melding: Melding, guard: Guard | None, actor: Actor) -> bool:
    """Whether a reader might have seen what is gone."""
    right = READ.get(melding.kanaal, "catalogi.read")
    if melding.kanaal not in READ:
        return actor.may(right)
    return guard is not None and actor.may(right, Gone(guard))


def guards_of_gone(gone: Sequence[Melding]) -> dict[UUID, Guard]:
    """By what objects that are gone were guarded, from what their last event tells."""
    found: dict[UUID, Guard] = {}
    for kanaal, (model, column, name) in TYPES.items():
        ours = {each.hoofd_id: each.codes for each in gone if each.kanaal == kanaal and column in each.codes}
        if not ours:
            continue
        ids = {codes[column] for codes in ours.values()}
        types = {row[0]: row[1:] for row in model.objects.filter(pk__in=ids).values_list("pk", name, "catalogus_id")}
        for object_id, codes in ours.items():
            type_name, catalogus_id = types.get(cast("UUID", codes[column]), ("", ""))
            level = Vertrouwelijkheid(str(codes["vertrouwelijkheidaanduiding"]))
            found[object_id] = Guard(type_name, level, str(catalogus_id))
    return found


TYPES: dict[str, tuple[Any, str, str]] = {
    kanalen.ZAKEN: (Zaaktype, "zaaktype_id", "identificatie"),
    kanalen.DOCUMENTEN: (Informatieobjecttype, "informatieobjecttype_id", "omschrijving"),
}
