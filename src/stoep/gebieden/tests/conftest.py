"""Havendam's areas, and an address search that a test can break."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from django.conf import settings

from stoep.foundation.errors import Unavailable
from stoep.foundation.geo import Point
from stoep.gebieden import ports
from stoep.gebieden.commands import import_gebieden
from stoep.gebieden.ports import Adresvoorstel
from stoep.toegang.actors import SYSTEM


@pytest.fixture
def havendam(db: None) -> None:
    """All areas of Havendam."""
    import_gebieden(json.loads((settings.GEOGRAFIE / "gebieden.geojson").read_bytes()), actor=SYSTEM)


class BrokenAdreszoeker:
    """An address search that never answers."""

    def suggest(self, text: str, limit: int = 6) -> list[Adresvoorstel]:
        raise Unavailable(text)

    def find(self, text: str) -> Adresvoorstel | None:
        raise Unavailable(text)

    def nearest(self, point: Point) -> Adresvoorstel | None:
        raise Unavailable(str(point))


@pytest.fixture
def broken_adreszoeker() -> Iterator[None]:
    """The address search is down."""
    before = ports.bind_adreszoeker(BrokenAdreszoeker())
    yield
    ports.bind_adreszoeker(before)


@pytest.fixture
def no_tegelbron() -> Iterator[None]:
    """No tiles are bound."""
    before = ports.bind_tegelbron(None)
    yield
    ports.bind_tegelbron(before)
