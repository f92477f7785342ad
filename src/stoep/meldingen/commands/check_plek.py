"""Refuse a place where the municipality can mend nothing."""

from __future__ import annotations

import math

from stoep.foundation.geo import Point, is_in_netherlands
from stoep.gebieden.queries import lies_in_gemeente
from stoep.meldingen.errors import PlekNotInNetherlands, PlekOutsideGemeente, PlekUnreadable


def check_plek(point: Point) -> None:
    """Raise when a point is no place on earth, not in the Netherlands, or not in the municipality."""
    if not (math.isfinite(point.lon) and math.isfinite(point.lat)):
        raise PlekUnreadable
    if lies_in_gemeente(point):
        return
    raise PlekOutsideGemeente if is_in_netherlands(point) else PlekNotInNetherlands
