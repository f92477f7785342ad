"""The names on the map: where each is written at a zoom level, so that no two overlap.

Placement is decided for the whole town at once, not per tile: a name that crosses the border of a
tile is then drawn the same on both sides.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import shapely
from shapely import LineString, STRtree, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from stoep.koppelingen.pdok.geografie import BASE_ZOOM, Ding, Geografie, to_pixels

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stijl:
    """How a sort of name is written, and from which zoom level to which."""

    maat: float
    kleur: str
    vanaf: int
    tot: int = 19
    cursief: bool = False
    vet: bool = False
    wijd: float = 0.0
    rang: int = 5


STIJLEN: dict[str, Stijl] = {
    "stad": Stijl(19, "#0a2a43", 11, 12, vet=True, rang=0),
    "dorp": Stijl(15, "#0a2a43", 11, 15, vet=True, rang=1),
    "wijk": Stijl(13, "#4d5b68", 13, 15, vet=True, wijd=0.6, rang=1),
    "zee": Stijl(17, "#2f6690", 11, 15, cursief=True, rang=2),
    "haven": Stijl(14, "#2f6690", 14, cursief=True, rang=2),
    "kanaal": Stijl(13, "#2f6690", 12, cursief=True, rang=2),
    "gracht": Stijl(12, "#2f6690", 15, cursief=True, rang=6),
    "kreek": Stijl(13, "#2f6690", 13, cursief=True, rang=3),
    "vijver": Stijl(12, "#2f6690", 16, cursief=True, rang=6),
    "provinciaal": Stijl(11, "#3d3000", 12, vet=True, rang=1),
    "brug": Stijl(12, "#15202b", 15, rang=2),
    "sluis": Stijl(12, "#15202b", 15, rang=3),
    "plein": Stijl(12.5, "#3a4650", 15, rang=3),
    "hoofdweg": Stijl(12.5, "#3a4650", 14, rang=4),
    "straat": Stijl(12.5, "#4d5b68", 15, rang=5),
    "steeg": Stijl(11.5, "#4d5b68", 17, rang=6),
    "polderweg": Stijl(11.5, "#4d5b68", 14, rang=5),
    "park": Stijl(12, "#46663a", 15, cursief=True, rang=6),
    "bos": Stijl(12, "#46663a", 14, cursief=True, rang=6),
    "sport": Stijl(11.5, "#46663a", 16, cursief=True, rang=7),
    "tuin": Stijl(11.5, "#46663a", 16, cursief=True, rang=7),
    "begraafplaats": Stijl(11.5, "#46663a", 16, cursief=True, rang=7),
    "merkteken": Stijl(11.5, "#5a3d1b", 16, rang=4),
}
BREED_PER_LETTER = 0.54
STRAIGHT = 0.93  # a road more crooked than this is not written along


@dataclass(frozen=True, slots=True)
class Opschrift:
    """One name in its place, in pixels of its zoom level from ORIGIN. Along `lijn`, or around `plek`."""

    tekst: str
    stijl: Stijl
    soort: str
    plek: Pair
    lijn: tuple[Pair, ...] = ()
    bounds: tuple[float, float, float, float] = (0, 0, 0, 0)


@dataclass(slots=True)
class Bezet:
    """Which squares of the map are written on already."""

    squares: set[tuple[int, int]]

    def take(self, spots: list[Pair], room: float) -> bool:
        """Claim these spots with room around each; False when one is taken, and then none is."""
        size = 7
        wanted = {
            (i, j)
            for x, y in spots
            for i in range(int((x - room) // size), int((x + room) // size) + 1)
            for j in range(int((y - room) // size), int((y + room) // size) + 1)
        }
        if wanted & self.squares:
            return False
        self.squares |= wanted
        return True


def width_of(text: str, stijl: Stijl) -> float:
    """About how wide a text is."""
    return len(text) * (stijl.maat * BREED_PER_LETTER * (1.06 if stijl.vet else 1) + stijl.wijd)


def along(ding: Ding, stijl: Stijl, scale: float) -> Iterator[Opschrift]:
    """Places for a name along a line: in the middle, and again on a long road."""
    lijn = shapely.simplify(shapely.transform(ding.vorm, lambda xy: xy * scale), 0.5)
    if not isinstance(lijn, LineString):
        return
    need = width_of(ding.naam, stijl) + 8
    if lijn.length < need:
        return
    count = max(1, int(lijn.length // max(need + 40, 420)))
    for k in range(count):
        middle = lijn.length * (k + 0.5) / count
        part = substring(lijn, middle - need / 2, middle + need / 2)
        points = [(x, y) for x, y, *_ in part.coords]
        if is_crooked(points, part.length):
            continue
        if points[0][0] > points[-1][0]:
            points.reverse()
        yield Opschrift(ding.naam, stijl, ding.soort, points[len(points) // 2], tuple(points), grown(part, stijl.maat))


def is_crooked(points: list[Pair], length: float) -> bool:
    """Whether this piece of road bends too much to write along."""
    (ax, ay), (bx, by) = points[0], points[-1]
    return math.hypot(ax - bx, ay - by) < STRAIGHT * length


def grown(part: BaseGeometry, by: float) -> tuple[float, float, float, float]:
    """Its bounds, with room for letters."""
    west, north, east, south = part.bounds
    return west - by, north - by, east + by, south + by


def around(ding: Ding, stijl: Stijl, scale: float) -> Iterator[Opschrift]:
    """The place for a name in the middle of an area or at a point."""
    middle = ding.vorm.centroid if ding.soort in STIJLEN else ding.vorm.representative_point()
    if not ding.vorm.covers(middle):
        middle = ding.vorm.representative_point()
    x, y = middle.x * scale, middle.y * scale
    half = width_of(ding.naam, stijl) / 2
    if ding.soort not in ("stad", "dorp", "wijk", "brug", "sluis") and is_too_small(ding, half, scale):
        return
    bounds = (x - half, y - stijl.maat, x + half, y + stijl.maat)
    soort = ding.soort if ding.soort in STIJLEN else "merkteken"
    yield Opschrift(ding.naam, stijl, soort, (x, y), (), bounds)


def is_too_small(ding: Ding, half: float, scale: float) -> bool:
    """Would the name stick out far over what it names? Landmarks may: their name stands below them."""
    if ding.soort not in STIJLEN:
        return False
    west, north, east, south = ding.vorm.bounds
    return bool(max(east - west, south - north) * scale < half * 1.5)


def wanted(geografie: Geografie, zoom: int) -> list[tuple[float, Opschrift]]:
    """Every place that could be written on, most important first."""
    scale = 2.0 ** (zoom - BASE_ZOOM)
    found: list[tuple[float, Opschrift]] = []
    sources = (geografie.plaatsen, geografie.water.dingen, geografie.wegen.dingen, geografie.groen.dingen)
    landmarks = [ding for ding in geografie.panden.dingen if ding.naam]
    for ding in [*(ding for source in sources for ding in source), *landmarks]:
        stijl = STIJLEN.get(ding.soort) or (STIJLEN["merkteken"] if ding in landmarks else None)
        if not ding.naam or stijl is None or not stijl.vanaf <= zoom <= stijl.tot:
            continue
        named = zee_name(ding) if ding.soort == "zee" else ding
        places = along if isinstance(named.vorm, LineString) else around
        found += [(stijl.rang - min(named.vorm.length, 1e6) * 1e-7, place) for place in places(named, stijl, scale)]
    found.sort(key=lambda pair: (pair[0], pair[1].tekst, pair[1].plek))
    return found


def zee_name(ding: Ding) -> Ding:
    """The name of the estuary stands off the town, not in the middle of the sea."""
    return Ding(ding.naam, ding.soort, to_pixels(shapely.Point(3.775, 51.366).buffer(0.02)))


@dataclass(slots=True)
class Opschriften:
    """The names of one zoom level, with an index."""

    namen: list[Opschrift]
    _tree: STRtree

    def within(self, west: float, north: float, east: float, south: float) -> list[Opschrift]:
        """The names that show in a rectangle."""
        return [self.namen[i] for i in sorted(self._tree.query(box(west, north, east, south)))]


@lru_cache(maxsize=12)
def place_opschriften(geografie: Geografie, zoom: int) -> Opschriften:
    """Decide where every name stands at this zoom level."""
    taken, bezet = [], Bezet(set())
    last: dict[str, list[Pair]] = {}
    for _, opschrift in wanted(geografie, zoom):
        x, y = opschrift.plek
        same = last.setdefault(opschrift.tekst, [])
        if any((x - a) ** 2 + (y - b) ** 2 < 260**2 for a, b in same):
            continue
        if bezet.take(spots_of(opschrift), opschrift.stijl.maat * 0.6):
            taken.append(opschrift)
            same.append(opschrift.plek)
    return Opschriften(taken, STRtree([box(*opschrift.bounds) for opschrift in taken]))


def spots_of(opschrift: Opschrift) -> list[Pair]:
    """Points along the letters of a name."""
    if opschrift.lijn:
        lijn = LineString(opschrift.lijn)
        steps = max(2, int(lijn.length // 8))
        return [(p.x, p.y) for p in (lijn.interpolate(k / steps, normalized=True) for k in range(steps + 1))]
    west, _, east, _ = opschrift.bounds
    steps = max(2, int((east - west) // 8))
    return [(west + (east - west) * k / steps, opschrift.plek[1]) for k in range(steps + 1)]
