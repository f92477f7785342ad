"""The roads that planners and polder boards laid out: quarters, villages, and straight roads between ditches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.geografie import land
from scripts.geografie.namen import GRID_NAMES, POLDER_NAMES, VILLAGE_NAMES
from scripts.geografie.vorm import chance, line, lines_of, warp
from scripts.geografie.wegen import HAND, MAIN, SPOOR, WIDTH, Weg
from shapely import LineString, MultiPoint, Point, Polygon, STRtree, box, unary_union, voronoi_polygons
from shapely.affinity import rotate, scale
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points, substring


@dataclass(frozen=True, slots=True)
class Plan:
    """How one quarter was laid out: direction, distance between streets, and how crooked."""

    hoek: float
    lang: float
    dwars: float
    bocht: float = 14
    weglaten: float = 0.12


PLANS = {
    "Zuidhaven": Plan(8, 84, 175, 8, 0.05),
    "Stationskwartier": Plan(-9, 104, 190, 6, 0.1),
    "Oosterdijk": Plan(-12, 94, 210, 26, 0.1),
    "Noorderpark": Plan(24, 100, 185, 30, 0.08),
    "Havengebied": Plan(3, 290, 420, 6, 0),
}
VILLAGES = {
    "Zeedorp": (Plan(6, 82, 150, 8, 0), 330, 190),
    "Duinzicht": (Plan(-14, 86, 140, 22, 0), 310, 200),
    "Wilgenhoek": (Plan(32, 84, 150, 8, 0), 240, 150),
    "Oudeland": (Plan(12, 92, 150, 10, 0), 250, 230),
    "Kreekrak": (Plan(40, 82, 150, 10, 0), 280, 170),
    "Sint Annapolder": (Plan(-4, 84, 160, 6, 0), 280, 180),
}
SHORTEST = 60  # metres; a shorter leftover is no street
SHORTEST_DITCH = 160
SHORTEST_POLDER_ROAD = 450
LOOSE = 26  # a shorter loose end after the last crossing is cut off


def village(naam: str) -> Polygon:
    """The built-up part of a village."""
    plan, wide, high = VILLAGES[naam]
    return rotate(scale(Point(land.DORPEN[naam]).buffer(1), wide, high), plan.hoek)


def village_roads() -> list[Weg]:
    """What is oldest in each village."""
    ring = Point(land.DORPEN["Oudeland"]).buffer(75).exterior
    return [
        Weg("Kerkring", "straat", LineString(ring.coords), "Oudeland"),
        Weg("Havenkade", "straat", line((-5060, 1480), (-5080, 1700), (-5030, 1960), (-4850, 1975)), "Zeedorp"),
        Weg("Duinweg", "straat", line((-7560, 1620), (-7500, 1900), (-7520, 2300), (-7500, 2480)), "Duinzicht"),
        Weg("Wilgenhoekseweg", "straat", line((-4020, -2520), (-4100, -2680)), "Wilgenhoek"),
        Weg("Oudelandseweg", "straat", line((-1750, -4975), (-1720, -5160), (-1760, -5450)), "Oudeland"),
        Weg("Kreekrakseweg", "straat", line((2960, -3410), (3120, -3560), (3420, -3650)), "Kreekrak"),
        Weg("Annaweg", "straat", line((4640, 210), (4860, 230), (5300, -140)), "Sint Annapolder"),
    ]


def lay_grid(wijk: str, plan: Plan, room: BaseGeometry, names: list[str], roads: BaseGeometry) -> list[Weg]:
    """Streets in two directions within `room`, each ending on a road that it meets."""
    rng, middle, left = chance("grid", wijk), room.centroid, iter(names)
    free = room.difference(roads.buffer(34))
    made: list[Weg] = []
    for spacing, turn in ((plan.lang, 0.0), (plan.dwars, 90.0)):
        lines = []
        for k in range(-30, 31):
            at = middle.y + (k + rng.uniform(-0.1, 0.1)) * spacing
            straight = rotate(
                LineString([(middle.x + s * 40, at) for s in range(-80, 81)]), plan.hoek + turn, origin=middle
            )
            skip = turn and rng.random() < plan.weglaten
            parts = [part for part in lines_of(warp(straight, plan.bocht).intersection(free)) if part.length > SHORTEST]
            if parts and not skip:
                lines.append(parts)
        for parts in sorted(lines, key=lambda parts: -sum(part.length for part in parts)):
            naam = next(left, "")
            made += [Weg(naam, "straat", join(part, roads, 48), wijk) for part in parts if naam]
    return trim(made)


def join(street: LineString, roads: BaseGeometry, reach: float) -> LineString:
    """Let a street end on the road that it nearly reaches."""
    points = list(street.coords)
    for end in (0, -1):
        target = nearest_points(Point(points[end]), roads)[1]
        if target.distance(Point(points[end])) < reach:
            points.insert(0 if end == 0 else len(points), (target.x, target.y))
    return LineString(points)


def trim(streets: list[Weg]) -> list[Weg]:
    """Cut loose ends back to the last crossing, unless they are long enough to live on."""
    tree = STRtree([street.lijn for street in streets])
    kept = []
    for number, street in enumerate(streets):
        others = [streets[i].lijn for i in tree.query(street.lijn, predicate="intersects") if i != number]
        at = sorted(
            street.lijn.project(cross) for other in others for cross in points_of(street.lijn.intersection(other))
        )
        start, end = 0.0, street.lijn.length
        if at and at[0] < LOOSE:
            start = at[0]
        if at and end - at[-1] < LOOSE:
            end = at[-1]
        if end - start > SHORTEST:
            kept.append(Weg(street.naam, street.soort, substring(street.lijn, start, end), street.wijk))
    return kept


def points_of(shape: BaseGeometry) -> Iterable[Point]:
    """The crossings in an intersection."""
    return [part for part in getattr(shape, "geoms", [shape]) if isinstance(part, Point)]


def town_roads() -> list[Weg]:
    """Every road of town and villages."""
    drawn = [*MAIN, *HAND, *village_roads()]
    roads = unary_union([road.lijn for road in drawn])
    spoor = unary_union([road.lijn for road in SPOOR])
    green = unary_union([shape for _, soort, shape in land.GREENS])
    blocked = unary_union([land.WATER.buffer(42), land.SEA.buffer(140), green.buffer(14), spoor.buffer(34)])
    made = list(drawn)
    for wijk, plan in PLANS.items():
        room = land.WIJKEN[wijk].buffer(-10).difference(blocked)
        made += lay_grid(wijk, plan, room, GRID_NAMES[wijk], roads)
    for naam, (plan, _, _) in VILLAGES.items():
        room = village(naam).difference(blocked)
        if naam == "Oudeland":
            room = room.difference(Point(land.DORPEN[naam]).buffer(90))
        made += lay_grid(naam, plan, room, VILLAGE_NAMES[naam], roads)
    return made


def polders() -> list[tuple[str, float, BaseGeometry]]:
    """Each polder: the village it belongs to, the direction of its ditches, and its land."""
    cells = voronoi_polygons(MultiPoint(list(land.DORPEN.values())), extend_to=box(-15000, -9000, 15000, 9000))
    town = unary_union([*land.WIJKEN.values(), *(village(naam).buffer(70) for naam in land.DORPEN)])
    rural = land.GEMEENTE.difference(town).difference(land.SEA.buffer(200)).difference(land.WATER.buffer(25))
    angles = {"Zeedorp": 4, "Duinzicht": -10, "Wilgenhoek": 27, "Oudeland": 10, "Kreekrak": 38, "Sint Annapolder": -6}
    found = []
    for cell in cells.geoms:
        naam = next(naam for naam, place in land.DORPEN.items() if cell.covers(Point(place)))
        found.append((naam, float(angles[naam]), cell.intersection(rural)))
    return sorted(found, key=lambda polder: polder[0])


def parallels(room: BaseGeometry, angle: float, spacing: float, key: str, bend: float) -> Iterable[list[LineString]]:
    """Parallel lines through a room, each as its pieces."""
    rng, middle = chance("parallels", key, angle, spacing), room.centroid
    for k in range(-60, 61):
        at = middle.y + (k + rng.uniform(-0.18, 0.18)) * spacing
        straight = rotate(LineString([(middle.x + s * 200, at) for s in range(-60, 61)]), angle, origin=middle)
        yield [part for part in lines_of(warp(straight, bend, 1500).intersection(room)) if part.length > SHORTEST_DITCH]


def polder_roads(town: list[Weg]) -> list[Weg]:
    """Long straight roads with a farm now and then, and the roads on the old dikes."""
    made = [Weg(naam, "polderweg", dike, naam_of(dike)) for naam, dike in land.DIKES.items() if naam != "Zeedijk"]
    roads = unary_union([road.lijn for road in [*town, *made]])
    names = iter(POLDER_NAMES)
    woods = unary_union([shape for _, soort, shape in land.GREENS if soort == "bos"])
    for naam, angle, room in polders():
        free = room.difference(woods.buffer(20)).difference(roads.buffer(60))
        for spacing, turn in ((1250, 0), (1700, 90)):
            for parts in parallels(free, angle + turn, spacing, naam, 20):
                long = [part for part in parts if part.length > SHORTEST_POLDER_ROAD]
                straat = next(names, "") if long else ""
                made += [Weg(straat, "polderweg", join(part, roads, 120), naam) for part in long if straat]
    return made


def naam_of(dike: LineString) -> str:
    """The village nearest to a dike."""
    middle = dike.interpolate(0.5, normalized=True)
    return min(land.DORPEN, key=lambda naam: middle.distance(Point(land.DORPEN[naam])))


def ditches(roads: BaseGeometry) -> list[LineString]:
    """The ditches between the fields."""
    found: list[LineString] = []
    woods = unary_union([shape for _, soort, shape in land.GREENS if soort == "bos"])
    for naam, angle, room in polders():
        free = room.buffer(-20).difference(woods.buffer(10)).difference(roads.buffer(18))
        for parts in parallels(free, angle, 250, naam + "sloot", 20):
            found += [part.simplify(4) for part in parts]
    return found


def verge(road: Weg) -> Polygon:
    """The room that a road takes, kerb to kerb."""
    return road.lijn.buffer(WIDTH[road.soort] / 2)
