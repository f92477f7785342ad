"""Drawing in metres around the Markt of Havendam, and turning that into longitude and latitude."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable

import numpy as np
from shapely import Geometry, LineString, MultiLineString, Polygon, transform
from shapely.geometry.base import BaseGeometry

LON, LAT = 3.80, 51.33  # the Markt
METRES_LON = 111_320 * math.cos(math.radians(LAT))
METRES_LAT = 111_250

Pair = tuple[float, float]


def chance(*key: object) -> random.Random:
    """A source of chance that is the same each time for the same key."""
    return random.Random("havendam:" + ":".join(str(part) for part in key))  # noqa: S311 - drawing, not secrets


def smooth(points: list[Pair], times: int = 2, *, closed: bool = False) -> list[Pair]:
    """Round the corners of a line (Chaikin)."""
    for _ in range(times):
        pairs = list(zip(points, points[1:] + points[:1] if closed else points[1:], strict=False))
        cut = [q for a, b in pairs for q in (_between(a, b, 0.25), _between(a, b, 0.75))]
        points = cut if closed else [points[0], *cut[1:-1], points[-1]]
    return points


def _between(a: Pair, b: Pair, part: float) -> Pair:
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def line(*points: Pair, times: int = 2) -> LineString:
    """A flowing line through about these points."""
    return LineString(smooth(list(points), times))


def area(*points: Pair, times: int = 0) -> Polygon:
    """An area, with rounded corners when asked."""
    return Polygon(smooth(list(points), times, closed=True) if times else points)


def rectangle(x: float, y: float, width: float, height: float, angle: float = 0) -> Polygon:
    """A rectangle around its middle, turned by degrees."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    corners = [(-width / 2, -height / 2), (width / 2, -height / 2), (width / 2, height / 2), (-width / 2, height / 2)]
    return Polygon([(x + a * c - b * s, y + a * s + b * c) for a, b in corners])


def warp(shape: Geometry, strength: float = 14, scale: float = 420) -> BaseGeometry:
    """Bend a straight drawing a little, as a surveyor who follows old ditches does."""

    def bend(xy: np.ndarray) -> np.ndarray:
        x, y = xy[:, 0], xy[:, 1]
        dx = np.sin(y / scale + x / (2.3 * scale)) + 0.6 * np.sin(y / (0.47 * scale) + 1.7)
        dy = np.sin(x / scale + 0.9 - y / (1.9 * scale)) + 0.6 * np.sin(x / (0.53 * scale) + 0.4)
        return np.column_stack([x + strength * dx, y + strength * dy])

    return transform(shape, bend)


def lines_of(shape: BaseGeometry) -> Iterable[LineString]:
    """The separate lines in whatever an intersection gave."""
    if isinstance(shape, LineString):
        return [] if shape.is_empty else [shape]
    if isinstance(shape, MultiLineString) or shape.geom_type == "GeometryCollection":
        return [part for part in shape.geoms if isinstance(part, LineString)]
    return []


def polygons_of(shape: BaseGeometry) -> list[Polygon]:
    """The separate areas in whatever an operation gave."""
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [part for part in getattr(shape, "geoms", []) if isinstance(part, Polygon)]


def to_lonlat(shape: Geometry) -> BaseGeometry:
    """From metres to longitude and latitude."""
    return transform(shape, lambda xy: np.column_stack([LON + xy[:, 0] / METRES_LON, LAT + xy[:, 1] / METRES_LAT]))
