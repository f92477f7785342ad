"""Trees: in rows along the avenues, loose in the parks, close together in the woods."""

from __future__ import annotations

from scripts.geografie import land
from scripts.geografie.huizen import front
from scripts.geografie.vorm import Pair, chance
from scripts.geografie.wegen import PATHS, WIDTH, Weg
from shapely import Point, Polygon, STRtree, prepare, unary_union

AVENUES = {
    "Wilgenlaan": 12, "Parklaan": 14, "Stationsweg": 15, "Laan van Oosterdijk": 18, "Zuiderlaan": 18, "Boulevard": 20,
    "Sint Annadijk": 26, "Graaf Jansdijk": 26, "Kreekdijk": 26, "Oudelandsedijk": 26, "Westdijk": 26, "Kade": 22,
}  # fmt: skip
APART = {"park": 17, "bos": 24, "begraafplaats": 14, "sport": 60, "tuin": 30}


def plant(roads: list[Weg], panden: list[Polygon]) -> list[Pair]:
    """Where every tree stands."""
    spots = [spot for road in roads if road.naam in AVENUES for spot in in_rows(road)]
    for naam, soort, shape in land.GREENS:
        spots += scattered(naam, shape.difference(land.WATER).buffer(-3), APART[soort])
    built = STRtree(
        [*(pand.buffer(2.5) for pand in panden), *(r.lijn.buffer(WIDTH[r.soort] / 2) for r in [*roads, *PATHS])]
    )
    water = land.WATER.buffer(2)
    prepare(water)
    return [
        s for s in spots if not len(built.query(Point(s), predicate="intersects")) and not water.intersects(Point(s))
    ]


def in_rows(road: Weg) -> list[Pair]:
    """Trees on both sides of a road, at an even distance."""
    apart, off = AVENUES[road.naam], WIDTH[road.soort] / 2 + (3.4 if road.soort != "polderweg" else 4)
    count = int(road.lijn.length // apart)
    return [front(road.lijn, apart * (k + 0.5), side, off) for k in range(count) for side in (1, -1)]


def scattered(naam: str, shape: object, apart: float) -> list[Pair]:
    """Trees in a park or wood, not in rows."""
    rng, room = chance("bomen", naam), unary_union([shape])
    west, south, east, north = room.bounds
    prepare(room)
    found = []
    for i in range(int((east - west) // apart) + 1):
        for j in range(int((north - south) // apart) + 1):
            spot = (west + (i + rng.random()) * apart, south + (j + rng.random()) * apart)
            if rng.random() < 0.72 and room.intersects(Point(spot)):  # noqa: PLR2004 - about three in four
                found.append(spot)
    return found
