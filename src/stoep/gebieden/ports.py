"""What gebieden needs from outside: an address search, and a picture of the land.

Addresses belong to the BAG and are asked for, never kept: whoever needs one stores the label
and the point. `config.wiring` binds the adapters; without a binding both ports say Unavailable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from stoep.foundation.errors import Unavailable
from stoep.foundation.geo import Point


@dataclass(frozen=True, slots=True)
class Adresvoorstel:
    """One address, street or place that the search offers. `id` finds it again, `label` is for people."""

    id: str
    label: str
    point: Point
    soort: str = "adres"


class Adreszoeker(Protocol):
    """Finds addresses, streets and places within the municipality."""

    def suggest(self, text: str, limit: int = 6) -> list[Adresvoorstel]:
        """Offer what someone may mean, best first. Raises Unavailable or Rejected."""

    def find(self, text: str) -> Adresvoorstel | None:
        """The one address, street or place that is meant. None: not found, or not clear. Raises Unavailable or Rejected."""

    def nearest(self, point: Point) -> Adresvoorstel | None:
        """The address nearest to a point, within some 100 metres. Raises Unavailable or Rejected."""


class Tegelbron(Protocol):
    """Where the tiles of the map come from."""

    @property
    def template(self) -> str:
        """Address of a tile, with {z}, {x} and {y}."""

    @property
    def attribution(self) -> str:
        """Whom the map thanks, in words."""

    @property
    def min_zoom(self) -> int:
        """The furthest zoom level."""

    @property
    def max_zoom(self) -> int:
        """The nearest zoom level."""

    def picture(self, point: Point, zoom: int, width: int, height: int) -> str:
        """SVG elements that draw the land around a point; "" when this source cannot."""


@dataclass(slots=True)
class Bindings:
    """Which adapter serves each port; None until wiring binds one."""

    adreszoeker: Adreszoeker | None = None
    tegelbron: Tegelbron | None = None


_bound = Bindings()


def adreszoeker() -> Adreszoeker:
    """The address search of this installation. Raises Unavailable where none is bound."""
    if _bound.adreszoeker is None:
        raise Unavailable("geen adreszoeker gebonden")
    return _bound.adreszoeker


def tegelbron() -> Tegelbron:
    """The source of map tiles of this installation. Raises Unavailable where none is bound."""
    if _bound.tegelbron is None:
        raise Unavailable("geen tegelbron gebonden")
    return _bound.tegelbron


def bind_adreszoeker(adapter: Adreszoeker | None) -> Adreszoeker | None:
    """Let an adapter serve the address search; answers the one before, so that a test can put it back."""
    before, _bound.adreszoeker = _bound.adreszoeker, adapter
    return before


def bind_tegelbron(adapter: Tegelbron | None) -> Tegelbron | None:
    """Let an adapter serve the tiles; answers the one before, so that a test can put it back."""
    before, _bound.tegelbron = _bound.tegelbron, adapter
    return before
