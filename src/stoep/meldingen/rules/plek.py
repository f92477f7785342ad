"""What somebody meant when both a pin and an address are given.

The page sends the pin and the address together. What changed since the last time is what was meant:
a moved pin wins; a new address with the old pin means that the address must be looked up again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

SAME_PLACE_DEGREES = 1e-7
MOST_LON = 180
MOST_LAT = 90


class Bron(StrEnum):
    """What decides the place."""

    SPELD = "speld"
    ADRES = "adres"
    KEUZE = "keuze"
    NIETS = "niets"
    ONLEESBAAR = "onleesbaar"


@dataclass(frozen=True, slots=True)
class Opgave:
    """What the page sent, as text; `keuze` is a match that was chosen from the list."""

    adres: str = ""
    lon: str = ""
    lat: str = ""
    keuze: str = ""


@dataclass(frozen=True, slots=True)
class Bekend:
    """What was known before."""

    adres: str = ""
    lon: float | None = None
    lat: float | None = None


def read_coordinate(typed: str, most: float) -> float | None:
    """Read a coordinate, with point or comma. None when it is no number, endless or not on earth."""
    try:
        number = float(typed.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) <= most else None


def decide_bron(opgave: Opgave, bekend: Bekend) -> Bron:
    """Decide whether the pin, the address or a chosen match says where it is."""
    if opgave.keuze:
        return Bron.KEUZE
    adres = opgave.adres.strip()
    if opgave.lon.strip() or opgave.lat.strip():
        lon, lat = read_coordinate(opgave.lon, MOST_LON), read_coordinate(opgave.lat, MOST_LAT)
        if lon is None or lat is None:
            return Bron.ONLEESBAAR
        moved = (
            bekend.lon is None
            or bekend.lat is None
            or abs(lon - bekend.lon) > SAME_PLACE_DEGREES
            or abs(lat - bekend.lat) > SAME_PLACE_DEGREES
        )
        if moved or not adres or adres == bekend.adres:
            return Bron.SPELD
    return Bron.ADRES if adres else Bron.NIETS


def box_near(lon: float, lat: float) -> str:
    """The piece of the public map around a place, as it stands in an address: so wide that it tells no house."""
    lon, lat = round(lon, 3), round(lat, 3)
    return f"{lon - 0.004:.3f},{lat - 0.0025:.4f},{lon + 0.004:.3f},{lat + 0.0025:.4f}"
