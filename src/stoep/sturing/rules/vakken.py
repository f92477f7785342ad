"""Hexagons over the land, each some two hundred metres wide: where something is reported, never from which house. Pure."""

from __future__ import annotations

from math import cos, radians, sqrt

SIZE = 125.0  # metres from the middle to a corner
LAT0 = 52.0
EAST = 111_320.0 * cos(radians(LAT0))  # metres in a degree of longitude
NORTH = 111_132.0
SQRT3 = sqrt(3)


def vak_of(lon: float, lat: float) -> str:
    """The code of the hexagon in which a point lies."""
    x, y = lon * EAST, lat * NORTH
    q = (SQRT3 / 3 * x - y / 3) / SIZE
    r = 2 / 3 * y / SIZE
    column, row = nearest(q, r)
    return f"{column},{row}"


def nearest(q: float, r: float) -> tuple[int, int]:
    """Round to the hexagon whose middle is nearest."""
    s = -q - r
    column, row, rest = round(q), round(r), round(s)
    if abs(column - q) > abs(row - r) and abs(column - q) > abs(rest - s):
        column = -row - rest
    elif abs(row - r) > abs(rest - s):
        row = -column - rest
    return column, row


def middle_of(vak: str) -> tuple[float, float]:
    """Longitude and latitude of the middle of a hexagon."""
    q, r = (int(part) for part in vak.split(","))
    return SIZE * SQRT3 * (q + r / 2) / EAST, SIZE * 1.5 * r / NORTH


def corners_of(vak: str) -> list[tuple[float, float]]:
    """Longitude and latitude of its six corners."""
    lon, lat = middle_of(vak)
    half = SIZE * SQRT3 / 2
    return [
        (lon + dx / EAST, lat + dy / NORTH)
        for dx, dy in (
            (0, SIZE),
            (half, SIZE / 2),
            (half, -SIZE / 2),
            (0, -SIZE),
            (-half, -SIZE / 2),
            (-half, SIZE / 2),
        )
    ]
