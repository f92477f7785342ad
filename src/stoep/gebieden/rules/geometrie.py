"""When a border is usable, and in which area a point lies.

Pure functions over GeoJSON and points. They fetch and store nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from shapely import MultiPolygon, Polygon, STRtree, box, prepare, set_precision
from shapely import Point as ShapelyPoint
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from stoep.foundation.geo import Point

EARTH = box(-180, -90, 180, 90)
DECIMALS = 1e-6  # about a decimetre: finer is noise


class GeometrieNotUsable(ValueError):
    """Says in Dutch why a border cannot be used."""


def check_grens(geojson: object) -> Polygon | MultiPolygon:
    """Read a border. Raises GeometrieNotUsable when it is no closed, valid, sensible shape."""
    if not isinstance(geojson, dict) or geojson.get("type") not in ("Polygon", "MultiPolygon"):
        raise GeometrieNotUsable("het is geen vlak (Polygon of MultiPolygon)")
    try:
        grens = shape(geojson)
    except (ShapelyError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise GeometrieNotUsable("de coördinaten zijn niet te lezen") from error
    if not isinstance(grens, Polygon | MultiPolygon) or grens.is_empty:
        raise GeometrieNotUsable("er staan geen coördinaten in")
    if not EARTH.covers(grens):
        raise GeometrieNotUsable("de coördinaten zijn geen lengte- en breedtegraden")
    if not grens.is_valid:
        raise GeometrieNotUsable(f"de lijn kruist zichzelf ({explain_validity(grens)})")
    return grens


def as_geojson(grens: Polygon | MultiPolygon) -> dict[str, object]:
    """The border as GeoJSON, on a grid of a decimetre, in two dimensions."""
    rounded: BaseGeometry = set_precision(grens, DECIMALS)
    if not isinstance(rounded, Polygon | MultiPolygon) or rounded.is_empty:
        raise GeometrieNotUsable("het is kleiner dan een stoeptegel")
    return dict(mapping(rounded))


@dataclass(frozen=True, slots=True)
class Vlak:
    """One area with its shape, ready for many questions."""

    id: UUID
    code: str
    soort: str
    grens: Polygon | MultiPolygon


@dataclass(slots=True)
class Gebiedenkaart:
    """All areas at once; answers in microseconds in which one a point lies."""

    vlakken: list[Vlak]
    _tree: STRtree = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Sort the smallest first, and prepare every shape."""
        self.vlakken = sorted(self.vlakken, key=lambda vlak: vlak.grens.area)
        shapes = [vlak.grens for vlak in self.vlakken]
        prepare(shapes)
        self._tree = STRtree(shapes)

    def at(self, point: Point, soorten: tuple[str, ...]) -> Vlak | None:
        """The smallest area of these sorts in which the point lies; the border belongs to it."""
        found = self._tree.query(ShapelyPoint(point.lon, point.lat), predicate="intersects")
        return next((self.vlakken[i] for i in sorted(found) if self.vlakken[i].soort in soorten), None)
