"""The buildings along the roads, and the addresses in them."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from dataclasses import dataclass, field

from scripts.geografie.land import divide
from scripts.geografie.vorm import Pair, chance, rectangle
from scripts.geografie.wegen import WIDTH, Weg
from shapely import LineString, Polygon, STRtree, prepare, unary_union
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Bouw:
    """How a quarter builds: metres per address along the street, width and depth of a building, front garden."""

    kavel: float
    breed: float
    diep: float
    voor: float
    rij: int = 1  # houses in one row
    leeg: float = 0.04  # part of the lots that stay empty


BUILDS = {
    "Centrum": Bouw(13.5, 13.5, 13, 2.5, 4, 0.03),
    "Zuidhaven": Bouw(15, 12, 10, 5.5, 1, 0.05),
    "Stationskwartier": Bouw(32, 28, 13, 7, 1, 0.1),
    "Oosterdijk": Bouw(25, 18, 11, 7, 1, 0.08),
    "Noorderpark": Bouw(30, 21, 12, 8, 1, 0.1),
    "Havengebied": Bouw(150, 95, 58, 22, 1, 0.25),
    "dorp": Bouw(26, 12, 10, 6, 1, 0.1),
    "polder": Bouw(420, 24, 14, 26, 1, 0.35),
}
OTHERWISE = {"Zeedijk": Bouw(60, 14, 10, 12, 1, 0.3), "Wilgenlaan": Bouw(29, 17, 12, 8, 1, 0)}


@dataclass(slots=True)
class Adres:
    """One address, where its front door is."""

    straat: str
    nummer: int
    wijk: str
    plek: Pair


@dataclass(slots=True)
class Bebouwing:
    """All buildings, and the addresses in them."""

    panden: list[Polygon] = field(default_factory=list)
    adressen: list[Adres] = field(default_factory=list)


def build(roads: list[Weg], blocked: BaseGeometry, landmarks: list[Polygon]) -> Bebouwing:
    """Put buildings along every road that carries addresses, oldest roads first."""
    made = Bebouwing(panden=list(landmarks))
    tree = Occupied([road.lijn.buffer(WIDTH[road.soort] / 2 + 1.2) for road in roads], blocked, landmarks)
    last: dict[tuple[str, str, int], int] = defaultdict(int)
    for straat, nummer, wijk, plek in KNOWN:
        made.adressen.append(Adres(straat, nummer, wijk, plek))
        last[straat, wijk, 1 if nummer % 2 else -1] = nummer + 2
    for road in sorted(roads, key=lambda road: road.naam != "Wilgenlaan"):
        if not road.wijk or not road.naam or road.soort == "pad":
            continue
        for side in (1, -1):
            if (road.naam, side) not in WATERFRONT:
                build_side(road, side, tree, made, last)
    return made


# Sides of roads with water or a rampart along them: 1 is left, -1 is right.
WATERFRONT = {
    ("Kade", -1), ("Zuidkade", 1), ("Haringkade", -1), ("Zoutkade", 1), ("Westkade", 1), ("Noordbolwerk", 1),
    ("Oostbolwerk", 1), ("Boulevard", 1), ("Havenkade", 1), ("Westelijke Dijk", 1), ("Zeedijk", 1),
}  # fmt: skip
# Addresses of landmarks, which have the first number of their street.
KNOWN: list[tuple[str, int, str, Pair]] = [
    ("Kade", 1, "Centrum", (-517, -44)),
    ("Stationsplein", 1, "Stationskwartier", (985, -943)),
]
BACK = 0.5  # part of the houses in the old town with a building behind them


class Occupied:
    """What already stands somewhere, in buckets of 100 metres."""

    def __init__(self, roads: list[Polygon], blocked: BaseGeometry, buildings: list[Polygon]) -> None:
        self.roads = STRtree(roads)
        self.blocked = blocked
        self.areas = divide()
        for area in self.areas.values():
            prepare(area)
        self.buckets: dict[tuple[int, int], list[Polygon]] = defaultdict(list)
        for building in buildings:
            self.add(building)

    def cells(self, shape: Polygon) -> list[tuple[int, int]]:
        """The buckets that a shape touches."""
        west, south, east, north = (math.floor(v / 100) for v in shape.bounds)
        return [(x, y) for x in range(west, east + 1) for y in range(south, north + 1)]

    def add(self, shape: Polygon) -> None:
        """Remember a building."""
        for cell in self.cells(shape):
            self.buckets[cell].append(shape)

    def takes(self, shape: Polygon) -> bool:
        """Whether there is something in the way."""
        if len(self.roads.query(shape, predicate="intersects")) or self.blocked.intersects(shape):
            return True
        near = shape.buffer(-0.4)
        return any(other.intersects(near) for cell in self.cells(shape) for other in self.buckets[cell])


def bouw_of(road: Weg) -> Bouw:
    """How they build along this road."""
    if road.naam in OTHERWISE:
        return OTHERWISE[road.naam]
    if road.soort == "polderweg":
        return BUILDS["polder"]
    return BUILDS.get(road.wijk, BUILDS["dorp"])


def build_side(road: Weg, side: int, tree: Occupied, made: Bebouwing, last: dict[tuple[str, str, int], int]) -> None:
    """Build along one side of a road; odd numbers on the left, even on the right."""
    bouw, rng = bouw_of(road), chance("bouw", road.naam, road.wijk, side, round(road.lijn.length))
    key = (road.naam, road.wijk, side)
    number = last[key] or (1 if side == 1 else 2)
    full = 59 if road.naam == "Wilgenlaan" else 10_000
    at = 6 + bouw.kavel / 2
    while at < road.lijn.length - 6:
        empty = road.naam != "Wilgenlaan" and rng.random() < bouw.leeg
        pand = None if empty or number > full + (side == -1) else place(road, at, side, bouw, rng.uniform(-1, 1))
        if pand is not None and tree.areas[road.wijk].contains(pand) and not tree.takes(pand):
            tree.add(pand)
            made.panden.append(pand)
            door = front(road.lijn, at, side, WIDTH[road.soort] / 2 + bouw.voor + 1.5)
            made.adressen.append(Adres(road.naam, number, road.wijk, door))
            number += 2
            if road.soort == "polderweg":
                add_barn(pand, tree, made)
            elif road.wijk == "Centrum" and rng.random() < BACK:
                add_back(road, at, side, rng, tree, made)
        at += bouw.kavel
    last[key] = number


def add_barn(farm: Polygon, tree: Occupied, made: Bebouwing) -> None:
    """A barn behind the farm."""
    barn = rectangle(farm.centroid.x + 30, farm.centroid.y + 18, 34, 17, 20)
    if not tree.takes(barn):
        tree.add(barn)
        made.panden.append(barn)


def add_back(road: Weg, at: float, side: int, rng: random.Random, tree: Occupied, made: Bebouwing) -> None:
    """A workshop or kitchen behind a house in the old town."""
    x, y = front(road.lijn, at + rng.uniform(-3, 3), side, WIDTH[road.soort] / 2 + rng.uniform(22, 27))
    _, angle = direction(road.lijn, at)
    back = rectangle(x, y, rng.uniform(6, 10), rng.uniform(7, 12), math.degrees(angle))
    if not tree.takes(back):
        tree.add(back)
        made.panden.append(back)


def direction(lijn: LineString, at: float) -> tuple[Pair, float]:
    """Where one is after so many metres, and which way the road runs there."""
    a, b = lijn.interpolate(max(at - 4, 0)), lijn.interpolate(min(at + 4, lijn.length))
    here = lijn.interpolate(at)
    return (here.x, here.y), math.atan2(b.y - a.y, b.x - a.x)


def front(lijn: LineString, at: float, side: int, off: float) -> Pair:
    """A spot beside the road."""
    (x, y), angle = direction(lijn, at)
    return (x - math.sin(angle) * off * side, y + math.cos(angle) * off * side)


def place(road: Weg, at: float, side: int, bouw: Bouw, vary: float) -> Polygon:
    """A building beside the road, at this many metres along it."""
    deep = bouw.diep * (1 + (0.3 if road.wijk == "Centrum" else 0.14) * vary)
    wide = bouw.breed if bouw.rij > 1 else bouw.breed * (1 + 0.1 * vary)
    x, y = front(road.lijn, at, side, WIDTH[road.soort] / 2 + bouw.voor + deep / 2)
    _, angle = direction(road.lijn, at)
    return rectangle(x, y, wide, deep, math.degrees(angle))


def blocked_for_buildings(water: BaseGeometry, green: BaseGeometry, rails: BaseGeometry) -> BaseGeometry:
    """Where nobody may build."""
    where = unary_union([water.buffer(6), green.buffer(2), rails.buffer(12)])
    prepare(where)
    return where
