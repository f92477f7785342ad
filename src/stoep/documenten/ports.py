"""What documenten must ask of others: whose documents an actor may see, who still holds a file, and whether it is safe."""

from __future__ import annotations

from collections.abc import Collection
from typing import BinaryIO, Protocol

from django.db.models import Q

from stoep.toegang.actors import Actor


class ZichtbareObjecten(Protocol):
    """A layer whose objects have documents: the documents follow their object."""

    def shown_to(self, actor: Actor) -> Q:
        """Which documents this actor may see, because the actor may see an object that has them."""

    def bound(self) -> Q:
        """Which documents belong to any object of this layer, seen or unseen."""


class Bestandshouder(Protocol):
    """A table of a layer above that holds files of its own, which may be the same as those of a document."""

    def held(self, hashes: Collection[str]) -> set[str]:
        """Which of these hashes it names."""


class Virusscanner(Protocol):
    """Looks at content before it is kept."""

    def find_virus(self, inhoud: BinaryIO) -> str:
        """The name of a virus in this content, or "". Raises Unavailable (try again) or Rejected (cannot look at this)."""


_bound_here: list[ZichtbareObjecten] = []
_houders: list[Bestandshouder] = []
_scanner: list[Virusscanner] = []


def bind_zichtbare_objecten(*layers: ZichtbareObjecten) -> None:
    """Set which layers are asked; config.wiring does this once."""
    _bound_here[:] = layers


def zichtbare_objecten() -> tuple[ZichtbareObjecten, ...]:
    """The layers to ask."""
    return tuple(_bound_here)


def bind_bestandshouders(*tables: Bestandshouder) -> None:
    """Set which tables above name files; config.wiring does this once."""
    _houders[:] = tables


def bestandshouders() -> tuple[Bestandshouder, ...]:
    """The tables to ask."""
    return tuple(_houders)


def bind_virusscanner(scanner: Virusscanner | None) -> Virusscanner | None:
    """Let a scanner look at content from now on; None: nobody does. Answers the one before."""
    before = virusscanner()
    _scanner[:] = [] if scanner is None else [scanner]
    return before


def virusscanner() -> Virusscanner | None:
    """The scanner of this installation, if it has one."""
    return _scanner[0] if _scanner else None
