"""The places and words from which the reports of Havendam are made."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from stoep.foundation.geo import Point
from stoep.meldingen.commands.import_categorieen import DATA

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Plek:
    """An address of Havendam."""

    straat: str
    nummer: int
    postcode: str
    woonplaats: str
    wijk: str
    point: Point

    @property
    def adres(self) -> str:
        """The address as people write it."""
        return f"{self.straat} {self.nummer}, {self.postcode} {self.woonplaats}"


@dataclass(slots=True)
class Onderwerp:
    """What is reported of one category: how often, in which season, in which words."""

    slug: str
    gewicht: int
    seizoen: str
    tekening: str = ""
    norm: int = 5
    teksten: list[str] = field(default_factory=list)
    oplossingen: list[str] = field(default_factory=list)


@cache
def plekken() -> dict[str, tuple[Plek, ...]]:
    """Every address, by quarter or village."""
    found: dict[str, list[Plek]] = defaultdict(list)
    data = json.loads((HERE / "geografie" / "adressen.geojson").read_bytes())
    for feature in data["features"]:
        one = feature["properties"]
        for nummer, (lon, lat) in zip(one["nummers"], feature["geometry"]["coordinates"], strict=True):
            place = Plek(one["straat"], nummer, one["postcode"], one["woonplaats"], one["wijk"], Point(lon, lat))
            found[one["wijk"]].append(place)
    return {wijk: tuple(places) for wijk, places in found.items()}


def some_plek(chance: Random, wijk: str = "") -> Plek:
    """A place in this quarter, or anywhere: then where more people live, more often."""
    where = plekken()
    if not wijk:
        names = sorted(where)
        wijk = chance.choices(names, weights=[len(where[name]) ** 0.7 for name in names])[0]
    return chance.choice(where[wijk])


@cache
def onderwerpen() -> dict[str, Onderwerp]:
    """The words per category, from the file in `inhoud/`."""
    found: dict[str, Onderwerp] = {}
    norms = read_norms()
    for line in (HERE / "inhoud" / "meldteksten.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            head, _, rest = line.partition("] ")
            weight, season, *drawing = rest.split()
            slug = head[1:]
            current = Onderwerp(slug, int(weight), season, drawing[0] if drawing else "", norms[slug])
            found[current.slug] = current
        elif line.startswith("- "):
            current.teksten.append(line[2:])
        elif line.startswith("= "):
            current.oplossingen.append(line[2:])
    return found


def read_norms() -> dict[str, int]:
    """The service norm in working days of every category that comes with Stoep."""
    data = json.loads((DATA / "categorieen.json").read_bytes())
    return {sub["slug"]: sub["servicenorm_werkdagen"] for head in data["categorieen"] for sub in head["subcategorieen"]}
