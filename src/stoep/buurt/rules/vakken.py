"""The squares in which the map counts: those of web maps, so that counting is shifting bits."""

from __future__ import annotations

import math
from dataclasses import dataclass

from stoep.foundation.geo import Bounds

FINEST = 17
ZOOMS = (13, 15, 17)
POINTS_FROM = 16
MAX_LAT = 85.05


@dataclass(frozen=True, slots=True)
class Rechthoek:
    """Squares of one size, first and last included."""

    zoom: int
    west: int
    east: int
    north: int
    south: int


def vak_of(lon: float, lat: float, zoom: int = FINEST) -> tuple[int, int]:
    """Column and row of the square in which a point lies."""
    lat = min(max(lat, -MAX_LAT), MAX_LAT)
    size = 2**zoom
    x = math.floor((lon + 180) / 360 * size)
    y = math.floor((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * size)
    return min(max(x, 0), size - 1), min(max(y, 0), size - 1)


def middle_of(x: int, y: int, zoom: int) -> tuple[float, float]:
    """The middle of a square, as longitude and latitude."""
    size = 2**zoom
    lon = (x + 0.5) / size * 360 - 180
    lat = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * (y + 0.5) / size))))
    return round(lon, 5), round(lat, 5)


def zoom_of_vakken(map_zoom: int) -> int:
    """How large squares are on a map: some forty to eighty pixels. 0 where single reports are shown."""
    if map_zoom >= POINTS_FROM:
        return 0
    return next((zoom for zoom in ZOOMS if zoom >= map_zoom + 2), FINEST)


def vakken_in(box: Bounds, zoom: int) -> Rechthoek:
    """The squares that a box touches."""
    west, north = vak_of(box.west, box.north, zoom)
    east, south = vak_of(box.east, box.south, zoom)
    return Rechthoek(zoom, west, east, north, south)
