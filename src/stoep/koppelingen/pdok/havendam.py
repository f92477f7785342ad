"""The simulator of the address search: everything in Havendam, searched as PDOK would.

It is product code, honest enough to demonstrate with, and refuses to serve a real municipality.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from shapely import Point as ShapelyPoint
from shapely import STRtree
from shapely.geometry import shape

from stoep.foundation.geo import Point
from stoep.gebieden.ports import Adresvoorstel
from stoep.koppelingen.pdok.geografie import Geografie, Huis, features, read_geografie
from stoep.koppelingen.pdok.zoektekst import Zoektekst, plain, read_zoektekst, score, the_one

FLAT = math.cos(math.radians(51.33))  # how much shorter a degree of longitude is here
NEAR = 150  # metres
DEGREE = 111_250  # metres in a degree of latitude
WORTH_SHOWING = 0.55


@dataclass(slots=True)
class Straat:
    """One street with its addresses."""

    naam: str
    woonplaats: str
    postcode: str
    huizen: dict[int, Huis] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The street for people."""
        return f"{self.naam}, {self.woonplaats}"

    @property
    def middle(self) -> Point:
        """The address in the middle."""
        return sorted(self.huizen.values(), key=lambda huis: huis.nummer)[len(self.huizen) // 2].point


class HavendamAdreszoeker:
    """An Adreszoeker that knows Havendam only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def geografie(self) -> Geografie:
        """The town, read at the first question."""
        return read_geografie(self.folder)

    @cached_property
    def straten(self) -> list[Straat]:
        """All streets."""
        found: dict[tuple[str, str], Straat] = {}
        for huis in self.geografie.huizen:
            straat = found.setdefault(
                (huis.straat, huis.woonplaats), Straat(huis.straat, huis.woonplaats, huis.postcode)
            )
            straat.huizen[huis.nummer] = huis
        return list(found.values())

    @cached_property
    def plaatsen(self) -> list[Adresvoorstel]:
        """Quarters, villages, waters, parks and landmarks that have a name."""
        found: dict[str, Adresvoorstel] = {}
        for name in ("plaatsen", "groen", "panden", "water"):
            for feature in features(self.folder, name):
                naam, soort = feature["properties"]["naam"], feature["properties"]["soort"]
                if naam and soort not in ("plein", "zee"):
                    found.setdefault(naam, place_of(naam, soort, feature["geometry"]))
        return list(found.values())

    @cached_property
    def tree(self) -> STRtree:
        """All addresses, on a flat map."""
        return STRtree([ShapelyPoint(h.point.lon * FLAT, h.point.lat) for h in self.geografie.huizen])

    @cached_property
    def by_postcode(self) -> dict[str, list[Straat]]:
        """Streets by postcode."""
        found: dict[str, list[Straat]] = defaultdict(list)
        for straat in self.straten:
            found[plain(straat.postcode).replace(" ", "")].append(straat)
        return found

    def suggest(self, text: str, limit: int = 6) -> list[Adresvoorstel]:
        """Offer what someone may mean, best first."""
        gezocht = read_zoektekst(text)
        if gezocht.is_empty:
            return []
        offers: list[tuple[float, Adresvoorstel]] = []
        for how_well, straat in self.fitting(gezocht):
            offers += offers_in(straat, gezocht, how_well)
        if not gezocht.nummer and not gezocht.postcode:
            offers += [(score(gezocht, plaats.label), plaats) for plaats in self.plaatsen]
        good = sorted((o for o in offers if o[0] >= WORTH_SHOWING), key=lambda o: (-o[0], number_in(o[1])))
        return [voorstel for _, voorstel in good[:limit]]

    def fitting(self, gezocht: Zoektekst) -> list[tuple[float, Straat]]:
        """Streets that fit what was typed, with how well."""
        straten = self.by_postcode.get(gezocht.postcode, []) if gezocht.postcode else self.straten
        if gezocht.postcode and not gezocht.woorden:
            return [(1.0, straat) for straat in straten]
        rated: Callable[[Straat], float] = lambda s: max(score(gezocht, s.naam), score(gezocht, s.label) - 0.1)  # noqa: E731
        return [(how_well, straat) for straat in straten if (how_well := rated(straat)) >= WORTH_SHOWING]

    def find(self, text: str) -> Adresvoorstel | None:
        """The one address, street or place that is meant."""
        return the_one(text, self.suggest(text, limit=12))

    def nearest(self, point: Point) -> Adresvoorstel | None:
        """The nearest address within 150 metres."""
        flat = ShapelyPoint(point.lon * FLAT, point.lat)
        found = self.tree.query_nearest(flat, max_distance=NEAR / DEGREE)
        return voorstel_of(self.geografie.huizen[int(found[0])]) if len(found) else None


def offers_in(straat: Straat, gezocht: Zoektekst, how_well: float) -> list[tuple[float, Adresvoorstel]]:
    """What a street has to offer: the number that was typed, else the street and its first numbers."""
    if gezocht.nummer:
        digits = "".join(c for c in gezocht.nummer if c.isdigit())
        if digits == gezocht.nummer and int(digits) in straat.huizen:
            return [(how_well + 0.2, voorstel_of(straat.huizen[int(digits)]))]
        starting = [h for n, h in sorted(straat.huizen.items()) if str(n).startswith(digits)][:3]
        return [(how_well - 0.05, voorstel_of(huis)) for huis in starting] + [(how_well - 0.1, street_of(straat))]
    first = [huis for _, huis in sorted(straat.huizen.items())][:4]
    return [(how_well, street_of(straat)), *((how_well - 0.08, voorstel_of(huis)) for huis in first)]


def number_in(voorstel: Adresvoorstel) -> tuple[str, int]:
    """Sorts addresses of a street by their number."""
    head = voorstel.label.split(",")[0]
    digits = "".join(c for c in head if c.isdigit())
    return ("" if voorstel.soort != "adres" else head.rstrip("0123456789"), int(digits or 0))


def identifier(kind: str, text: str) -> str:
    """An id in the form that PDOK uses."""
    return f"{kind}-{hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()}"


def voorstel_of(huis: Huis) -> Adresvoorstel:
    """An address as a suggestion."""
    label = f"{huis.straat} {huis.nummer}, {huis.postcode} {huis.woonplaats}"
    return Adresvoorstel(identifier("adr", label), label, huis.point)


def street_of(straat: Straat) -> Adresvoorstel:
    """A street as a suggestion."""
    return Adresvoorstel(identifier("weg", straat.label), straat.label, straat.middle, "weg")


def place_of(naam: str, soort: str, geometry: dict[str, object]) -> Adresvoorstel:
    """A named place as a suggestion."""
    spot = shape(geometry).representative_point()
    label = naam if soort in ("stad", "dorp") else f"{naam}, Havendam"
    return Adresvoorstel(identifier("pls", naam), label, Point(round(spot.x, 6), round(spot.y, 6)), "plaats")
