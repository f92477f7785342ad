"""What documenten must ask of layers above: whose documents an actor may see."""

from __future__ import annotations

from typing import Protocol

from django.db.models import Q

from stoep.toegang.actors import Actor


class ZichtbareObjecten(Protocol):
    """A layer whose objects have documents: the documents follow their object."""

    def shown_to(self, actor: Actor) -> Q:
        """Which documents this actor may see, because the actor may see an object that has them."""

    def bound(self) -> Q:
        """Which documents belong to any object of this layer, seen or unseen."""


_bound_here: list[ZichtbareObjecten] = []


def bind_zichtbare_objecten(*layers: ZichtbareObjecten) -> None:
    """Set which layers are asked; config.wiring does this once."""
    _bound_here[:] = layers


def zichtbare_objecten() -> tuple[ZichtbareObjecten, ...]:
    """The layers to ask."""
    return tuple(_bound_here)
