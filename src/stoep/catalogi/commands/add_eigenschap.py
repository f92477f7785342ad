"""Add a property to a zaaktype."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from stoep.catalogi.commands.change_onderdeel import add_onderdeel
from stoep.catalogi.models import Eigenschap
from stoep.toegang.actors import Actor

PLAIN = {"formaat": "tekst", "lengte": "255", "kardinaliteit": "1"}


def add_eigenschap(zaaktype_id: UUID, *, naam: str, definitie: str, actor: Actor, **fields: Any) -> Eigenschap:
    """Add a property that zaken of this type have; a text, unless it is said otherwise."""
    return add_onderdeel(Eigenschap, zaaktype_id, actor=actor, naam=naam, definitie=definitie, **(PLAIN | fields))
