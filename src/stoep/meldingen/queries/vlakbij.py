"""Reports near a place: for who is about to report the same, as everybody may know them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, IntegerField, Q, Value, When

from stoep.foundation import clock
from stoep.foundation.geo import Point
from stoep.gebieden.kaartlagen import get_kaartlaag
from stoep.meldingen.models import Categorie, Melding
from stoep.meldingen.ports import Foto, openbare_fotos
from stoep.meldingen.queries.volgen import offer_token, place_of

METRES_PER_DEGREE = 111_320
NEAR_DAYS = 60
MOST_NEAR = 3
MOST_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Vlakbij:
    """A report nearby, as everybody may know it: what, how far, since when, how it stands. No words, no names."""

    categorie: str
    meters: int
    gemeld_op: datetime
    status: str
    plek: str
    verwijzing: str
    foto: Foto | None = None
    zelfde: str = ""  # "lantaarnpaal" when it is about the very lamp post that was pointed at


def list_vlakbij(point: Point, categorie: Categorie, *, object_nummer: str = "") -> list[Vlakbij]:
    """Open reports of the same category within its radius, nearest first: perhaps it is one of these.

    Those about the very lamp post or container that was pointed at stand first, wherever their pin stands.

    Nothing of a category that is not public, and no report that may be abuse. Of reports that belong
    together the nearest stands for all.
    """
    if not categorie.openbaar or not (math.isfinite(point.lon) and math.isfinite(point.lat)):
        return []
    same = same_object(categorie, object_nummer)
    near = (
        Melding.objects.open()
        .trusted()
        .filter(within(point, categorie.straal_meters) | same)
        .filter(categorie=categorie, gemeld_op__gte=clock.now() - timedelta(days=NEAR_DAYS))
        .select_related("categorie", "gebied", "zaak__statustype")
        .order_by(Case(When(same, then=Value(0)), default=Value(1), output_field=IntegerField()), "-gemeld_op")[
            :MOST_LOOKED_AT
        ]
    )
    measured = sorted(
        ((melding.point.distance_to(point), melding) for melding in near),
        key=lambda pair: (not is_same(pair[1], object_nummer), pair[0]),
    )
    found: dict[object, tuple[float, Melding]] = {}
    for metres, melding in measured:
        if metres <= categorie.straal_meters or is_same(melding, object_nummer):
            found.setdefault(melding.zaak.hoofdzaak_id or melding.zaak_id, (metres, melding))
    offered = list(found.values())[:MOST_NEAR]
    fotos = openbare_fotos([melding.pk for _metres, melding in offered])
    return [
        as_offer(melding, round(metres), fotos.get(melding.pk), object_nummer=object_nummer)
        for metres, melding in offered
    ]


def same_object(categorie: Categorie, object_nummer: str) -> Q:
    """Reports about this thing of the map; none when no thing was pointed at."""
    if not object_nummer or not categorie.kaartlaag:
        return Q(pk__in=[])
    return Q(object_laag=categorie.kaartlaag, object_nummer=object_nummer)


def is_same(melding: Melding, object_nummer: str) -> bool:
    """Whether this report of the same category is about the thing with this number."""
    return bool(object_nummer and melding.object_laag and melding.object_nummer == object_nummer)


def within(point: Point, metres: float) -> Q:
    """In a square around a point, which the index on places finds quickly."""
    lat = metres / METRES_PER_DEGREE
    lon = lat / max(math.cos(math.radians(point.lat)), 0.01)
    return Q(lat__range=(point.lat - lat, point.lat + lat), lon__range=(point.lon - lon, point.lon + lon))


def as_offer(melding: Melding, metres: int, foto: Foto | None = None, *, object_nummer: str = "") -> Vlakbij:
    """What everybody may know of a report."""
    laag = get_kaartlaag(melding.object_laag) if is_same(melding, object_nummer) else None
    return Vlakbij(
        categorie=melding.categorie.naam,
        meters=metres,
        gemeld_op=melding.gemeld_op,
        status=str(melding.zaak.statustype or ""),
        plek=place_of(melding),
        verwijzing=offer_token(melding.pk),
        foto=foto,
        zelfde=laag.enkelvoud if laag else "",
    )
