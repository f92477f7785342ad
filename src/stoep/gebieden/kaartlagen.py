"""Reading the layers of the map: what stands near a point, and one thing by its number. Everybody may know them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from stoep.foundation.geo import Bounds, Point
from stoep.gebieden.models import Kaartlaag, Kaartobject

METRES_PER_DEGREE = 111_320
NEAR_METRES = 75
MOST_NEAR = 8
MOST_ON_MAP = 500


@dataclass(frozen=True, slots=True)
class ObjectVlakbij:
    """A thing close by, and how far."""

    nummer: str
    soort: str
    meters: int
    point: Point


def get_kaartlaag(code: str) -> Kaartlaag | None:
    """The layer with this code."""
    return Kaartlaag.objects.filter(code=code).first() if code else None


def find_object(code: str, nummer: str) -> Kaartobject | None:
    """The thing with this number that stands there."""
    if not code or not nummer:
        return None
    return Kaartobject.objects.select_related("laag").filter(laag__code=code, nummer=nummer, is_weg=False).first()


def list_objecten_vlakbij(code: str, point: Point, *, metres: int = NEAR_METRES) -> list[ObjectVlakbij]:
    """The nearest things of a layer within some metres, nearest first."""
    if not code:
        return []
    lat = metres / METRES_PER_DEGREE
    lon = lat / max(math.cos(math.radians(point.lat)), 0.01)
    box = Bounds(point.lon - lon, point.lat - lat, point.lon + lon, point.lat + lat)
    found = [
        ObjectVlakbij(one.nummer, one.soort, round(point.distance_to(spot)), spot)
        for one, spot in ((one, Point(one.lon, one.lat)) for one in objecten_in(code, box))
    ]
    return sorted((one for one in found if one.meters <= metres), key=lambda one: (one.meters, one.nummer))[:MOST_NEAR]


def objecten_in(code: str, box: Bounds) -> list[Kaartobject]:
    """The things of a layer in a box; of very many only the first, since nobody tells them apart."""
    found = Kaartobject.objects.filter(
        laag__code=code, is_weg=False, lat__range=(box.south, box.north), lon__range=(box.west, box.east)
    )
    return list(found.order_by("nummer")[:MOST_ON_MAP])
