"""What somebody wants to see of the neighbourhood: exactly the address of the page, so that it can be shared and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from stoep.foundation.errors import DomainError
from stoep.foundation.geo import Bounds, Point

STANDEN = ("open", "klaar", "alles")
PERIODEN = {"week": 7, "maand": 31, "kwartaal": 92}
ALWAYS = "alles"
FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST = 100
SIDES = 4
SLUG_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Wens:
    """Filters of list, map and open data; every empty field shows all."""

    categorie: str = ""
    gebied: str = ""
    stand: str = "open"
    periode: str = ALWAYS
    vak: Bounds | None = None
    adres: str = ""
    na: str = ""
    voor: str = ""

    def query(self, **changes: object) -> str:
        """The address of this wish with some things changed; a changed filter begins at the first page again."""
        wens = replace(self, na="", voor="")
        wens = replace(wens, **changes) if changes else wens  # type: ignore[arg-type]
        parts = {
            "categorie": wens.categorie,
            "gebied": wens.gebied,
            "stand": "" if wens.stand == "open" else wens.stand,
            "periode": "" if wens.periode == ALWAYS else wens.periode,
            "vak": write_box(wens.vak),
            "adres": wens.adres,
            "na": wens.na,
            "voor": wens.voor,
        }
        return urlencode({name: value for name, value in parts.items() if value})


def read_wens(given: Mapping[str, str], *, categorieen: Mapping[str, object], gebieden: Mapping[str, object]) -> Wens:
    """Read an address. What means nothing is passed over: an old or torn link shows a list and no error."""
    stand = given.get("stand", "open")
    categorie, gebied = given.get("categorie", ""), given.get("gebied", "")
    return Wens(
        categorie=categorie if categorie in categorieen else "",
        gebied=gebied if gebied in gebieden else "",
        stand=stand if stand in STANDEN else "open",
        periode=read_periode(given.get("periode", "")),
        vak=read_box(given.get("vak", "")),
        adres=" ".join(given.get("adres", "").split())[:LONGEST],
        na=given.get("na", "")[:SLUG_LENGTH],
        voor=given.get("voor", "")[:SLUG_LENGTH],
    )


def read_periode(text: str) -> str:
    """`week`, `maand`, `kwartaal` or a year; all time for anything else."""
    if text in PERIODEN:
        return text
    if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text[:5]) <= LAST_YEAR:
        return text
    return ALWAYS


def days_of(periode: str, today: date) -> tuple[date, date] | None:
    """The first day of a period and the day after its last; None for all time."""
    if periode in PERIODEN:
        return today - timedelta(days=PERIODEN[periode] - 1), today + timedelta(days=1)
    if periode == ALWAYS:
        return None
    return date(int(periode), 1, 1), date(int(periode) + 1, 1, 1)


def read_box(text: str) -> Bounds | None:
    """`west,south,east,north` in degrees; None for anything else."""
    parts = text.split(",")
    if len(parts) != SIDES or len(text) > LONGEST:
        return None
    try:
        southwest, northeast = Point.from_text(parts[0], parts[1]), Point.from_text(parts[2], parts[3])
    except DomainError:
        return None
    if southwest.lon >= northeast.lon or southwest.lat >= northeast.lat:
        return None
    return Bounds(southwest.lon, southwest.lat, northeast.lon, northeast.lat)


def write_box(box: Bounds | None) -> str:
    """A box as it stands in an address."""
    return ",".join(f"{side:.5f}" for side in (box.west, box.south, box.east, box.north)) if box else ""
