"""From what a page sends about the place to a point and an address."""

from __future__ import annotations

from dataclasses import dataclass, field

from stoep.foundation.errors import Rejected, Unavailable
from stoep.foundation.geo import Point
from stoep.gebieden.ports import Adresvoorstel, adreszoeker
from stoep.meldingen.errors import AdresNotChosen, AdresSearchDown, AdresUnknown, PlekMissing, PlekUnreadable
from stoep.meldingen.rules.plek import MOST_LAT, MOST_LON, Bekend, Bron, Opgave, decide_bron, read_coordinate

SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Plek:
    """Where it is."""

    point: Point
    adres: str


@dataclass(slots=True)
class Zoekresultaat:
    """What the address search offers when it is not clear what was meant: value and label."""

    keuzes: list[tuple[str, str]] = field(default_factory=list)


def find_plek(opgave: Opgave, bekend: Bekend, gevonden: Zoekresultaat) -> Plek:
    """Find the point and the address that were meant. Raises an Invalid that says what to do.

    When several addresses match, they are put in `gevonden`, for the list to choose from.
    """
    bron = decide_bron(opgave, bekend)
    if bron is Bron.NIETS:
        raise PlekMissing
    if bron is Bron.ONLEESBAAR:
        raise PlekUnreadable
    if bron is Bron.KEUZE:
        return read_keuze(opgave.keuze)
    if bron is Bron.ADRES:
        return search(opgave.adres.strip(), gevonden)
    lon, lat = read_coordinate(opgave.lon, MOST_LON), read_coordinate(opgave.lat, MOST_LAT)
    if lon is None or lat is None:
        raise PlekUnreadable
    point = Point(lon=lon, lat=lat)
    adres = opgave.adres.strip()
    if not adres or (adres == bekend.adres and (lon, lat) != (bekend.lon, bekend.lat)):
        adres = nearest_label(point)
    return Plek(point, adres)


def search(text: str, gevonden: Zoekresultaat) -> Plek:
    """Look an address up."""
    try:
        one = adreszoeker().find(text)
        offered = [] if one else adreszoeker().suggest(text, limit=8)
    except (Unavailable, Rejected) as error:
        raise AdresSearchDown from error
    if one:
        return Plek(one.point, one.label)
    if not offered:
        raise AdresUnknown
    if len(offered) == 1:
        return Plek(offered[0].point, offered[0].label)
    gevonden.keuzes = [(write_keuze(voorstel), voorstel.label) for voorstel in offered]
    raise AdresNotChosen


def nearest_label(point: Point) -> str:
    """The address near a pin; "" when there is none, or when the search is down: the pin is enough."""
    try:
        near = adreszoeker().nearest(point)
    except (Unavailable, Rejected):
        return ""
    return near.label if near else ""


def write_keuze(voorstel: Adresvoorstel) -> str:
    """A match as the value of a radio button."""
    return SEPARATOR.join((f"{voorstel.point.lon:.7f}", f"{voorstel.point.lat:.7f}", voorstel.label))


def read_keuze(value: str) -> Plek:
    """The match of a radio button. Whatever it says, its point is checked as any other."""
    lon_text, _, rest = value.partition(SEPARATOR)
    lat_text, _, label = rest.partition(SEPARATOR)
    lon, lat = read_coordinate(lon_text, MOST_LON), read_coordinate(lat_text, MOST_LAT)
    if lon is None or lat is None:
        raise PlekUnreadable
    return Plek(Point(lon=lon, lat=lat), label.strip()[:200])
