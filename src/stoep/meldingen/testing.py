"""Reports for tests, built on commands: a small Havendam with areas, addresses, categories and a zaaktype."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PIL import Image

from stoep.foundation.errors import Unavailable
from stoep.foundation.geo import Point
from stoep.foundation.photos import prepare_photo
from stoep.foundation.testing import played_back
from stoep.gebieden.commands import put_gebied
from stoep.gebieden.ports import Adresvoorstel, bind_adreszoeker
from stoep.meldingen.commands import (
    install_teksten,
    install_zaaktype,
    make_melding,
    put_categorie,
    start_concept,
)
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.commands.import_categorieen import DATA, read
from stoep.meldingen.models import Concept, Melding
from stoep.toegang.actors import ANONYMOUS, SYSTEM, Actor

KADE = Point(lon=3.8, lat=51.33)
WILGENLAAN = Point(lon=3.801, lat=51.331)
AT_SEA = Point(lon=3.3, lat=51.6)
IN_BELGIUM = Point(lon=3.72, lat=51.05)
IN_TERNEUZEN = Point(lon=3.83, lat=51.2)
LONG_AGO = date(2020, 1, 1)
SOME = (
    "losse-stoeptegel",
    "kuil-in-de-weg",
    "lantaarnpaal-uit",
    "afval-naast-container",
    "boom-gevaarlijk",
    "gaslucht",
    "ratten",
    "speeltoestel",
    "iets-anders-op-straat",
)


def square(west: float, south: float, size: float) -> dict[str, object]:
    """A square as GeoJSON."""
    east, north = west + size, south + size
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


@played_back("gebieden_gebied", "catalogi_catalogus", "meldingen_categorie", "meldingen_standaardtekst")
def make_havendam() -> None:
    """The municipality with its centre, the categories and the zaaktype of reports."""
    put_gebied(code="havendam", naam="Havendam", soort="gemeente", geometrie=square(3.75, 51.3, 0.1), actor=SYSTEM)
    put_gebied(code="centrum", naam="Centrum", soort="wijk", geometrie=square(3.79, 51.32, 0.02), actor=SYSTEM)
    put_some_categorieen()
    install_zaaktype(begin_geldigheid=LONG_AGO, actor=SYSTEM)


def put_some_categorieen() -> None:
    """A few of the categories that come with Stoep, with their standard texts: quicker than all of them."""
    for place, hoofd in enumerate(read(DATA / "categorieen.json")["categorieen"]):
        subs = [sub for sub in hoofd["subcategorieen"] if sub["slug"] in SOME]
        if subs:
            put_categorie(slug=hoofd["slug"], naam=hoofd["naam"], icoon=hoofd["icoon"], volgorde=place, actor=SYSTEM)
        for sub in subs:
            put_categorie(**sub, hoofdcategorie=hoofd["slug"], actor=SYSTEM)
    install_teksten(actor=SYSTEM)


@dataclass
class FakeAdreszoeker:
    """An address search that knows a few addresses."""

    known: list[Adresvoorstel] = field(
        default_factory=lambda: [
            Adresvoorstel("1", "Kade 1, 4531 AA Havendam", KADE),
            Adresvoorstel("2", "Wilgenlaan 12, 4531 AB Havendam", WILGENLAAN),
            Adresvoorstel("3", "Wilgenlaan 14, 4531 AB Havendam", Point(lon=3.8012, lat=51.331)),
        ]
    )
    is_down: bool = False

    def suggest(self, text: str, limit: int = 6) -> list[Adresvoorstel]:
        """Everything that begins with the text."""
        if self.is_down:
            raise Unavailable("het adresregister")
        return [voorstel for voorstel in self.known if voorstel.label.lower().startswith(text.lower())][:limit]

    def find(self, text: str) -> Adresvoorstel | None:
        """The only one that begins with the text."""
        found = self.suggest(text)
        return found[0] if len(found) == 1 else None

    def nearest(self, point: Point) -> Adresvoorstel | None:
        """The nearest within a hundred metres."""
        if self.is_down:
            raise Unavailable("het adresregister")
        near = sorted(self.known, key=lambda voorstel: voorstel.point.distance_to(point))
        return near[0] if near and near[0].point.distance_to(point) < 100 else None  # noqa: PLR2004


@contextmanager
def known_addresses(zoeker: FakeAdreszoeker | None = None) -> Iterator[FakeAdreszoeker]:
    """Let the fake answer inside the block."""
    fake = zoeker or FakeAdreszoeker()
    before = bind_adreszoeker(fake)
    try:
        yield fake
    finally:
        bind_adreszoeker(before)


def jpeg(width: int = 640, height: int = 480, colour: str = "#888888") -> bytes:
    """A photo as a camera would send it."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()


def make_foto(colour: str = "#888888") -> Foto:
    """A photo that has been prepared."""
    return Foto(prepare_photo(jpeg(colour=colour)).data)


def make_report(
    *,
    categorie: str = "losse-stoeptegel",
    tekst: str = "Er ligt een tegel los voor de deur.",
    point: Point = KADE,
    adres: str = "Kade 1, 4531 AA Havendam",
    kanaal: str = "site",
    email: str = "sanne@voorbeeld.example",
    naam: str = "Sanne Visser",
    fotos: int = 0,
    antwoorden: Mapping[str, Any] | None = None,
    actor: Actor = ANONYMOUS,
) -> Melding:
    """A report of Sanne, made by the command that everybody uses."""
    return make_melding(
        categorie=categorie,
        tekst=tekst,
        point=point,
        adres=adres,
        kanaal=kanaal,
        naam=naam,
        email=email,
        antwoorden=antwoorden or {},
        fotos=[make_foto(f"#{place:02x}8888") for place in range(fotos)],
        actor=actor,
    )


def make_concept(tekst: str = "losse tegel", *, categorie: str = "") -> Concept:
    """A draft with some words."""
    return start_concept(tekst=tekst, categorie=categorie, actor=ANONYMOUS)
