"""Buildings that everybody knows, and the names on the map."""

from __future__ import annotations

import math

from scripts.geografie import land
from scripts.geografie.vorm import rectangle
from shapely import Point, Polygon, unary_union


def church(x: float, y: float, angle: float, size: float = 1) -> Polygon:
    """A nave with transept and tower, seen from above."""
    parts = [
        rectangle(0, 0, 34 * size, 13 * size),
        rectangle(5 * size, 0, 9 * size, 25 * size),
        rectangle(-19 * size, 0, 9 * size, 9 * size),
    ]
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    shape = unary_union(parts)
    return Polygon([(x + a * c - b * s, y + a * s + b * c) for a, b in shape.exterior.coords])


def tanks(x: float, y: float, rows: int, columns: int) -> list[Polygon]:
    """Storage tanks."""
    return [Point(x + c * 62, y + r * 62).buffer(23, quad_segs=5) for r in range(rows) for c in range(columns)]


LANDMARKS: list[tuple[str, str, Polygon]] = [
    ("Stadhuis", "stadhuis", rectangle(-512, -28, 62, 26, -26)),
    ("Sint-Jacobskerk", "kerk", church(-142, 238, 12, 1.15)),
    ("Station Havendam", "station", rectangle(985, -957, 120, 17, -2)),
    ("Ziekenhuis De Schelde", "ziekenhuis", unary_union([rectangle(2180, -900, 190, 44, -9), rectangle(2140, -970, 44, 150, -9), rectangle(2230, -990, 44, 150, -9)])),
    ("Bibliotheek", "bibliotheek", rectangle(165, 205, 34, 26, 12)),
    ("Theater De Stoep", "theater", rectangle(300, 182, 44, 34, -10)),
    ("Maritiem museum", "museum", rectangle(-330, 330, 52, 18, -3)),
    ("Scholengemeenschap De Vliet", "school", unary_union([rectangle(1700, -1180, 120, 30, -9), rectangle(1660, -1240, 30, 100, -9)])),
    ("Zwembad De Branding", "zwembad", rectangle(560, 1520, 70, 44, 24)),
    ("Gemeentewerf", "werf", rectangle(-1220, -1500, 90, 46, 3)),
    ("Milieustraat", "werf", rectangle(-1330, -1400, 60, 40, 3)),
    ("Dorpskerk", "kerk", church(1150, 560, 15, 0.8)),
    ("Kerk van Oudeland", "kerk", church(-1750, -4900, 0, 1)),
    ("Kerk van Zeedorp", "kerk", church(-5180, 1640, 6, 0.75)),
    ("Kerk van Kreekrak", "kerk", church(3005, -3530, 40, 0.7)),
    ("Annakerk", "kerk", church(4560, 265, -4, 0.7)),
    ("Kerk van Wilgenhoek", "kerk", church(-3960, -2560, 32, 0.7)),
    ("Vuurtoren", "vuurtoren", Point(-7300, 2490).buffer(9, quad_segs=6)),
    ("Molen De Goede Hoop", "molen", Point(2330, 760).buffer(10, quad_segs=6)),
    *((("", "tank", tank)) for tank in tanks(-2990, 1500, 4, 1)),
    *((("", "tank", tank)) for tank in tanks(-1660, 1700, 3, 3)),
    *((("", "loods", rectangle(-2790, 400 + 330 * k, 70, 230, 2))) for k in range(3)),
    *((("", "loods", rectangle(-2140, 1480 + 230 * k, 90, 170, 1))) for k in range(4)),
    *((("", "loods", rectangle(-1120, 900 + 190 * k, 80, 130, 4))) for k in range(5)),
]  # fmt: skip

PLACES: list[tuple[str, str, float, float]] = [
    ("Centrum", "wijk", 0, 190), ("Zuidhaven", "wijk", -200, -1200), ("Oosterdijk", "wijk", 1550, 850),
    ("Noorderpark", "wijk", 30, 1150), ("Stationskwartier", "wijk", 1350, -480), ("Havengebied", "wijk", -1750, 500),
    ("Havendam", "stad", 100, 60),
    *((naam, "dorp", x, y + 60) for naam, (x, y) in land.DORPEN.items()),
    ("Zeebrug", "brug", -993, -1665), ("Sluisbrug", "brug", -948, -566), ("Zeesluis", "sluis", -940, -520),
]  # fmt: skip
