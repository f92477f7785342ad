"""Which tiles show the land around a point, and where each of them goes.

Pure: Web Mercator, the arithmetic that every web map shares. It lets a page show a map without JavaScript.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from stoep.foundation.geo import Point

SIZE = 256  # pixels of a tile
HIGHEST = 85.0511  # degrees; Mercator ends here


@dataclass(frozen=True, slots=True)
class Tegel:
    """One tile and its place in the picture, in pixels."""

    url: str
    x: int
    y: int


def pixel_of(point: Point, zoom: int) -> tuple[float, float]:
    """Where a point lies, in pixels from the north-west corner of the world."""
    world = SIZE * 2.0**zoom
    sine = math.sin(math.radians(max(min(point.lat, HIGHEST), -HIGHEST)))
    return (point.lon + 180) / 360 * world, (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * world


def tiles_around(template: str, point: Point, zoom: int, width: int, height: int) -> list[Tegel]:
    """The tiles of a picture of this size with the point in its middle."""
    x, y = pixel_of(point, zoom)
    west, north = x - width / 2, y - height / 2
    found = []
    for row in range(math.floor(north / SIZE), math.floor((north + height) / SIZE) + 1):
        for column in range(math.floor(west / SIZE), math.floor((west + width) / SIZE) + 1):
            url = template.replace("{z}", str(zoom)).replace("{x}", str(column)).replace("{y}", str(row))
            found.append(Tegel(url, round(column * SIZE - west), round(row * SIZE - north)))
    return found
