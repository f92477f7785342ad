"""The address search of PDOK: the Locatieserver, version 3.1 (api.pdok.nl, no key needed).

`suggest`, `free` and `reverse`, limited to one municipality by its gemeentecode. The server refuses
parameters that it does not know, so we send only what its specification names.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from stoep.foundation.errors import DomainError, Rejected, Unavailable
from stoep.foundation.geo import Point
from stoep.gebieden.ports import Adresvoorstel
from stoep.koppelingen.pdok.zoektekst import read_zoektekst, the_one, tidy_label

FIELDS = "id,type,weergavenaam,centroide_ll,gemeentecode"
TYPES = "type:(adres OR weg OR woonplaats)"
NEAR = 150  # metres
SECONDS = 4.0
LARGEST = 500_000  # bytes; an answer is a few thousand
TOO_MANY, SERVER_FAILS = 429, 500
WKT_POINT = re.compile(r"^POINT\((-?[\d.]+) (-?[\d.]+)\)$")


class Locatieserver:
    """An Adreszoeker that asks PDOK."""

    def __init__(self, address: str, gemeentecode: str, seconds: float = SECONDS) -> None:
        if not address.startswith(("https://", "http://127.0.0.1:")):
            raise ValueError("het adres van de Locatieserver begint met https://")
        self.address = address.rstrip("/")
        self.gemeentecode = gemeentecode
        self.seconds = seconds

    def suggest(self, text: str, limit: int = 6) -> list[Adresvoorstel]:
        """Offer what someone may mean, best first. Raises Unavailable or Rejected."""
        if read_zoektekst(text).is_empty:
            return []
        return self.ask("suggest", [("q", text[:100]), ("rows", str(limit)), ("fl", FIELDS), *self.limits()])

    def find(self, text: str) -> Adresvoorstel | None:
        """The one address, street or place that is meant. Raises Unavailable or Rejected."""
        if read_zoektekst(text).is_empty:
            return None
        return the_one(text, self.ask("free", [("q", text[:100]), ("rows", "12"), ("fl", FIELDS), *self.limits()]))

    def nearest(self, point: Point) -> Adresvoorstel | None:
        """The nearest address within 150 metres. Raises Unavailable or Rejected."""
        here = [("lat", f"{point.lat:.6f}"), ("lon", f"{point.lon:.6f}"), ("distance", str(NEAR))]
        found = self.ask("reverse", [*here, ("type", "adres"), ("rows", "1"), ("fl", FIELDS)])
        return found[0] if found else None

    def limits(self) -> list[tuple[str, str]]:
        """Our municipality only, and only what people report from."""
        ours = [("fq", f"gemeentecode:{self.gemeentecode}")] if self.gemeentecode else []
        return [*ours, ("fq", TYPES)]

    def ask(self, endpoint: str, parameters: list[tuple[str, str]]) -> list[Adresvoorstel]:
        """Ask, and read the answer."""
        url = f"{self.address}/{endpoint}?{urlencode(parameters)}"
        request = Request(url, headers={"Accept": "application/json", "User-Agent": "Stoep"})  # noqa: S310 - see __init__
        try:
            with urlopen(request, timeout=self.seconds) as answer:  # noqa: S310 - see __init__
                body = answer.read(LARGEST)
        except HTTPError as error:
            if error.code == TOO_MANY or error.code >= SERVER_FAILS:
                raise Unavailable(f"PDOK antwoordt {error.code}") from None
            raise Rejected(f"PDOK weigert: {error.code}") from None
        except (URLError, OSError) as error:
            raise Unavailable(f"PDOK is niet bereikbaar: {type(error).__name__}") from None
        return self.read(body)

    def read(self, body: bytes) -> list[Adresvoorstel]:
        """The places in an answer; those of another municipality are left out."""
        try:
            docs = json.loads(body)["response"]["docs"]
            places = [read_doc(doc) for doc in docs if self.is_ours(doc)]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Unavailable("PDOK geeft een antwoord dat wij niet kunnen lezen") from error
        return [place for place in places if place is not None]

    def is_ours(self, doc: dict[str, Any]) -> bool:
        """Whether a place lies in our municipality, as far as the answer says."""
        return not self.gemeentecode or doc.get("gemeentecode", self.gemeentecode) == self.gemeentecode


def read_doc(doc: dict[str, Any]) -> Adresvoorstel | None:
    """One place; None when it has no point that we can read."""
    found = WKT_POINT.match(doc.get("centroide_ll", ""))
    if not found:
        return None
    lon, lat = float(found[1]), float(found[2])
    try:
        point = Point(round(lon, 6), round(lat, 6))
    except DomainError:
        return None
    return Adresvoorstel(doc["id"], tidy_label(doc["weergavenaam"]), point, doc["type"])
