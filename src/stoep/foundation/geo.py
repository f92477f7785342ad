"""Points and areas on the map: WGS84 inside, RD (Rijksdriehoekstelsel) at the edges.

RD and WGS84 are converted by PROJ's transformation for the Netherlands without correction grids: within a quarter of
a metre everywhere in the country, which is less than a paving tile.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

import shapely
from django.utils.translation import gettext_lazy as _
from pyproj import Geod, Transformer
from shapely.geometry.base import BaseGeometry

from stoep.foundation.errors import Invalid

WGS84 = "EPSG:4326"
RD = "EPSG:28992"
MAX_LON = 180
MAX_LAT = 90
DECIMALS = 7  # about a centimetre
ELLIPSOID = Geod(ellps="WGS84")

# Where RD is defined: the square of the Kadaster, which holds all of the Netherlands.
RD_EAST = (-7_000, 300_000)
RD_NORTH = (289_000, 629_000)

# The Netherlands in Europe, coarse and some 2.5 km too wide, with the inner waters: enough to see a slip of the
# finger or swapped coordinates. Which municipality a point lies in is for `gebieden`.
# Made from Natural Earth 1:10m (public domain).
OUTLINE = """
3.31 51.38, 3.4 51.42, 3.43 51.46, 3.43 51.49, 3.41 51.55, 3.42 51.56, 3.6 51.63, 3.65 51.68, 3.66 51.74, 3.78 51.78,
3.84 51.83, 3.93 51.88, 3.93 51.93, 3.93 52, 4.01 52.01, 4.08 52.02, 4.14 52.04, 4.38 52.24, 4.47 52.35, 4.56 52.52,
4.6 52.71, 4.68 52.9, 4.69 52.98, 4.67 53.03, 4.7 53.09, 4.78 53.15, 4.89 53.27, 4.97 53.31, 5.1 53.35, 5.16 53.4,
5.24 53.43, 5.37 53.44, 5.43 53.46, 5.65 53.49, 5.92 53.5, 5.98 53.48, 6.04 53.48, 6.18 53.53, 6.35 53.54, 6.42 53.58,
6.46 53.58, 6.62 53.57, 6.63 53.49, 6.87 53.46, 6.9 53.44, 6.93 53.38, 6.96 53.35, 7.02 53.33, 7.11 53.33, 7.16 53.28,
7.22 53.26, 7.24 53.2, 7.22 53.13, 7.23 53.03, 7.22 52.96, 7.1 52.82, 7.07 52.64, 7.04 52.61, 6.98 52.58, 6.96 52.54,
6.97 52.5, 7.08 52.37, 7.05 52.28, 7.06 52.22, 6.91 52.14, 6.83 52.08, 6.82 52.03, 6.85 51.98, 6.84 51.95, 6.77 51.89,
6.72 51.88, 6.57 51.86, 6.48 51.83, 6.35 51.8, 6.26 51.83, 6.18 51.82, 6.1 51.8, 6.06 51.76, 6.07 51.7, 6.13 51.65,
6.15 51.59, 6.23 51.52, 6.24 51.39, 6.23 51.34, 6.17 51.29, 6.15 51.26, 6.16 51.22, 6.19 51.18, 6.18 51.14, 6.15 51.12,
6.06 51.09, 6.02 51.04, 6.02 51.01, 6.05 50.96, 6.1 50.91, 6.1 50.86, 6.04 50.8, 6.02 50.73, 5.98 50.73, 5.72 50.73,
5.66 50.75, 5.59 50.82, 5.59 50.85, 5.67 50.92, 5.72 51.01, 5.74 51.08, 5.72 51.12, 5.68 51.15, 5.55 51.19, 5.45 51.23,
5.2 51.24, 5.15 51.27, 5.1 51.3, 5.05 51.35, 5 51.37, 4.9 51.37, 4.7 51.4, 4.54 51.4, 4.48 51.38, 4.41 51.33,
4.31 51.33, 4.25 51.32, 4.15 51.26, 3.97 51.19, 3.81 51.18, 3.77 51.19, 3.71 51.24, 3.66 51.25, 3.59 51.25, 3.52 51.22,
3.46 51.21, 3.37 51.23, 3.34 51.25, 3.32 51.29, 3.31 51.38
"""


class PointNotValid(Invalid):
    """The numbers are no place on earth."""

    code = "point-not-valid"
    message = _("Deze plek kunnen wij niet lezen. Zet de speld opnieuw op de kaart, of vul een adres in.")


class GeometryNotValid(Invalid):
    """The GeoJSON is no geometry that we can work with."""

    code = "geometry-not-valid"
    message = _("Dit gebied kunnen wij niet lezen. Geef een GeoJSON-geometrie met coördinaten in WGS84.")


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth in WGS84, longitude first as in GeoJSON."""

    lon: float
    lat: float

    def __post_init__(self) -> None:
        if not (is_number(self.lon) and is_number(self.lat) and abs(self.lon) <= MAX_LON and abs(self.lat) <= MAX_LAT):
            raise PointNotValid
        object.__setattr__(self, "lon", float(self.lon))
        object.__setattr__(self, "lat", float(self.lat))

    @classmethod
    def from_rd(cls, x: float, y: float) -> Self:
        """A point from RD coordinates in metres. Raises PointNotValid outside the square where RD is defined."""
        inside = is_number(x) and is_number(y) and RD_EAST[0] <= x <= RD_EAST[1] and RD_NORTH[0] <= y <= RD_NORTH[1]
        if not inside:
            raise PointNotValid
        lon, lat = transformer(RD, WGS84).transform(x, y)
        return cls(round(lon, DECIMALS), round(lat, DECIMALS))

    @classmethod
    def from_text(cls, lon: str, lat: str) -> Self:
        """A point from two numbers in a form or an address bar. Raises PointNotValid for anything else."""
        try:
            return cls(float(lon), float(lat))
        except (ValueError, TypeError) as error:
            raise PointNotValid from error

    @classmethod
    def from_geojson(cls, geometry: Mapping[str, Any]) -> Self:
        """A point from a GeoJSON geometry of type Point."""
        coordinates = geometry.get("coordinates")
        if geometry.get("type") != "Point" or not isinstance(coordinates, list | tuple) or len(coordinates) < 2:  # noqa: PLR2004
            raise PointNotValid
        return cls(coordinates[0], coordinates[1])

    @property
    def geojson(self) -> dict[str, Any]:
        """The GeoJSON geometry."""
        return {"type": "Point", "coordinates": [self.lon, self.lat]}

    def to_rd(self) -> tuple[float, float]:
        """RD coordinates in metres, to the millimetre. Raises PointNotValid outside the square where RD is defined."""
        x, y = transformer(WGS84, RD).transform(self.lon, self.lat)
        if not (RD_EAST[0] <= x <= RD_EAST[1] and RD_NORTH[0] <= y <= RD_NORTH[1]):
            raise PointNotValid
        return round(x, 3), round(y, 3)

    def distance_to(self, other: Point) -> float:
        """The distance over the ellipsoid, in metres."""
        return float(ELLIPSOID.inv(self.lon, self.lat, other.lon, other.lat)[2])


@dataclass(frozen=True, slots=True)
class Bounds:
    """The smallest box, along the degrees, that holds a geometry."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """True when the point lies in the box or on its edge."""
        return self.west <= point.lon <= self.east and self.south <= point.lat <= self.north


def is_number(value: object) -> bool:
    """True for a finite int or float."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


@lru_cache(maxsize=2)
def transformer(source: str, target: str) -> Transformer:
    """The conversion for the Netherlands. pyproj keeps one per thread inside."""
    return Transformer.from_crs(source, target, always_xy=True, allow_ballpark=False)


@lru_cache(maxsize=256)
def prepared(text: str) -> BaseGeometry:
    """The geometry of a GeoJSON text, indexed for asking which points it holds."""
    try:
        geometry = shapely.from_geojson(text)
    except (shapely.errors.GEOSException, ValueError) as error:
        raise GeometryNotValid from error
    if geometry.is_empty or not geometry.is_valid or not all(map(math.isfinite, geometry.bounds)):
        raise GeometryNotValid
    west, south, east, north = geometry.bounds
    if west < -MAX_LON or east > MAX_LON or south < -MAX_LAT or north > MAX_LAT:
        raise GeometryNotValid
    shapely.prepare(geometry)
    return geometry


def geometry_of(geojson: Mapping[str, Any]) -> BaseGeometry:
    """The geometry of a GeoJSON mapping. Raises GeometryNotValid for what is broken, empty or not WGS84."""
    try:
        return prepared(json.dumps(geojson, allow_nan=False, separators=(",", ":")))
    except (ValueError, TypeError, RecursionError) as error:
        raise GeometryNotValid from error


def point_in(geojson_geometry: Mapping[str, Any], point: Point) -> bool:
    """True when the point lies in the area or on its edge."""
    return bool(shapely.intersects_xy(geometry_of(geojson_geometry), point.lon, point.lat))


def bounds(geojson: Mapping[str, Any]) -> Bounds:
    """The box around a geometry."""
    return Bounds(*geometry_of(geojson).bounds)


@lru_cache(maxsize=1)
def netherlands() -> BaseGeometry:
    """The coarse outline as a geometry."""
    outline = shapely.Polygon([tuple(map(float, pair.split())) for pair in OUTLINE.split(",")])
    shapely.prepare(outline)
    return outline


def is_in_netherlands(point: Point) -> bool:
    """True when the point lies in the Netherlands in Europe, or less than some 2.5 km outside it."""
    return bool(shapely.intersects_xy(netherlands(), point.lon, point.lat))
