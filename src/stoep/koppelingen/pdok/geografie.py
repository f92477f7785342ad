"""Havendam's land, read from GeoJSON once per process and ready to be drawn or searched.

Shapes are kept in pixels of zoom level 19 (Web Mercator), counted from a corner near the town, so
that drawing a tile is a query, a cut and a scale.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely import STRtree, transform
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from stoep.foundation.geo import Point

BASE_ZOOM = 19
WORLD = 256.0 * 2**BASE_ZOOM
FILES = ("water", "groen", "wegen", "panden", "plaatsen", "adressen")


def world_pixel(lon: float, lat: float) -> tuple[float, float]:
    """Where a point lies, in pixels of zoom level 19 from the north-west corner of the world."""
    sine = math.sin(math.radians(max(min(lat, 85.0), -85.0)))
    return (lon + 180) / 360 * WORLD, (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * WORLD


ORIGIN = tuple(float(int(value)) for value in world_pixel(3.5, 51.5))


def to_pixels(geometry: BaseGeometry) -> BaseGeometry:
    """A shape in longitude and latitude, in pixels from ORIGIN."""

    def project(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
        sine = np.sin(np.radians(lonlat[:, 1]))
        x = (lonlat[:, 0] + 180) / 360 * WORLD - ORIGIN[0]
        y = (0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)) * WORLD - ORIGIN[1]
        return np.column_stack([x, y])

    projected: BaseGeometry = transform(geometry, project)
    return projected


@dataclass(frozen=True, slots=True)
class Ding:
    """One thing on the map."""

    naam: str
    soort: str
    vorm: BaseGeometry
    breed: float = 0.0


@dataclass(slots=True)
class Laag:
    """Things of one file, in their order of drawing, with an index."""

    dingen: list[Ding]
    _tree: STRtree = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the shapes."""
        self._tree = STRtree([ding.vorm for ding in self.dingen])

    def within(self, bounds: BaseGeometry) -> list[Ding]:
        """What touches a rectangle, in order."""
        return [self.dingen[i] for i in sorted(self._tree.query(bounds))]


@dataclass(frozen=True, slots=True)
class Huis:
    """One address."""

    straat: str
    nummer: int
    postcode: str
    woonplaats: str
    wijk: str
    point: Point


@dataclass(frozen=True, slots=True, eq=False)
class Geografie:
    """All of Havendam."""

    water: Laag
    groen: Laag
    wegen: Laag
    panden: Laag
    plaatsen: list[Ding]
    huizen: list[Huis]
    version: str


def features(folder: Path, name: str) -> list[dict[str, Any]]:
    """The features of one file."""
    found: list[dict[str, Any]] = json.loads((folder / f"{name}.geojson").read_bytes())["features"]
    return found


def read_laag(folder: Path, name: str) -> list[Ding]:
    """One file as things; a collection of buildings becomes separate buildings."""
    return [ding for feature in features(folder, name) for ding in dingen_of(feature)]


def dingen_of(feature: dict[str, Any]) -> Iterator[Ding]:
    """The things in one feature."""
    properties, vorm = feature["properties"], to_pixels(shape(feature["geometry"]))
    parts = vorm.geoms if properties["soort"] in ("pand", "sloot", "boom") else [vorm]  # type: ignore[attr-defined]
    for part in parts:
        yield Ding(properties["naam"], properties["soort"], part, float(properties.get("breed", 0)))


def read_huizen(folder: Path) -> list[Huis]:
    """Every address."""
    found = []
    for feature in features(folder, "adressen"):
        p = feature["properties"]
        for nummer, (lon, lat) in zip(p["nummers"], feature["geometry"]["coordinates"], strict=True):
            found.append(Huis(p["straat"], nummer, p["postcode"], p["woonplaats"], p["wijk"], Point(lon, lat)))
    return found


@lru_cache(maxsize=2)
def read_geografie(folder: Path) -> Geografie:
    """Read the folder; later calls get the same answer."""
    digest = hashlib.sha256(b"".join((folder / f"{name}.geojson").read_bytes() for name in FILES))
    water, groen, wegen, panden = (Laag(read_laag(folder, name)) for name in FILES[:4])
    return Geografie(
        water, groen, wegen, panden, read_laag(folder, "plaatsen"), read_huizen(folder), digest.hexdigest()[:12]
    )
