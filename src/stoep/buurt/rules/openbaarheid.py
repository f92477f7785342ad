"""Which report everybody may know of, how precisely its place, and how it stands in the neighbourhood's words.

Pure functions over plain values. When in doubt a report is not public, and a place is not precise: what was shown
once cannot be taken back from whoever copied it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

# What hangs on a street and not on somebody's house: there the point is shown as it was reported.
OPENBARE_RUIMTE = frozenset(
    {
        "wegen-en-straten",
        "straatverlichting",
        "afval",
        "groen-en-bomen",
        "water-en-riolering",
        "verkeer-en-parkeren",
        "spelen-en-meubilair",
        "haven-strand-en-oevers",
    }
)
# Below those headings, what people mostly report of their own house.
AAN_HUIS = frozenset({"afval-niet-opgehaald", "riool-verstopt", "gaslucht"})
METRES_OF_SQUARE = 200
METRES_PER_DEGREE = 111_320
# A label as the address search gives it; what somebody typed by hand seldom looks so, and then only the area is named.
LABEL = re.compile(
    r"(?P<straat>[A-Z'’][\w'’.\- ]{1,58}?) \d{1,5}[ -]?[A-Za-z]{0,2}(?:-\d{1,4})?, \d{4} ?[A-Z]{2} "
    r"(?P<plaats>[A-Z'’][\w'’\- ]{1,38})"
)
TELLS_TOO_MUCH = re.compile(r"\d|@")

STANDEN = {
    "Gemeld": "nieuw",
    "Reactie ontvangen": "bezig",
    "Reactie gevraagd": "bezig",
    "In behandeling": "bezig",
    "Ingepland": "gepland",
    "Doorgezet naar extern": "elders",
    "Heropend": "bezig",
    "Verzoek tot heropenen": "bezig",
    "Afgehandeld": "klaar",
    "Geannuleerd": "klaar",
}


@dataclass(frozen=True, slots=True)
class Plek:
    """A place as everybody may know it."""

    lon: float
    lat: float
    naam: str
    is_precies: bool


def is_openbaar(
    *, categorie_openbaar: bool, vertrouwelijkheid: str, gewoon: str, is_deelmelding: bool, is_verdacht: bool
) -> bool:
    """Whether everybody may know of this report.

    `gewoon` is the confidentiality that reports have by their zaaktype; one that somebody made more secret is not
    shown. Of merged reports the head is shown, and what looks like abuse is not.
    """
    return categorie_openbaar and vertrouwelijkheid == gewoon and not is_deelmelding and not is_verdacht


def show_plek(*, lon: float, lat: float, adres: str, hoofdcategorie: str, categorie: str) -> Plek:
    """The place: the point as reported for what stands in public space, else the middle of a square of 200 metres.

    The name is street and town, never a house number: at a loose tile the number of the nearest house says who
    probably saw it.
    """
    precies = hoofdcategorie in OPENBARE_RUIMTE and categorie not in AAN_HUIS
    naam = street_of(adres)
    if precies:
        return Plek(round(lon, 5), round(lat, 5), naam, is_precies=True)
    return Plek(*middle_of_square(lon, lat), naam, is_precies=False)


def street_of(adres: str) -> str:
    """`Wilgenlaan, Havendam` of `Wilgenlaan 12, 4531 AB Havendam`; "" when it is not such a label."""
    found = LABEL.fullmatch(adres.strip())
    if found is None or TELLS_TOO_MUCH.search(found["straat"] + found["plaats"]):
        return ""
    return f"{found['straat'].strip()}, {found['plaats'].strip()}"


def middle_of_square(lon: float, lat: float) -> tuple[float, float]:
    """The middle of the square in which a point lies. All points of a square give the same answer."""
    step_lat = METRES_OF_SQUARE / METRES_PER_DEGREE
    row = math.floor(lat / step_lat)
    middle_lat = (row + 0.5) * step_lat
    step_lon = step_lat / max(math.cos(math.radians(middle_lat)), 0.01)
    middle_lon = (math.floor(lon / step_lon) + 0.5) * step_lon
    return round(middle_lon, 5), round(middle_lat, 5)


def stand_of(status: str, *, is_closed: bool) -> str:
    """How it stands. A status that is new to us counts as work that goes on; an end is an end."""
    if is_closed:
        return "klaar"
    known = STANDEN.get(status, "bezig")
    return "bezig" if known == "klaar" else known
