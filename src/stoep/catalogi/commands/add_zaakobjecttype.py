"""Add what zaken of a type can be about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from stoep.catalogi.commands.change_onderdeel import add_onderdeel
from stoep.catalogi.models import Zaakobjecttype
from stoep.toegang.actors import Actor


def add_zaakobjecttype(
    zaaktype_id: UUID, *, objecttype: str, relatie_omschrijving: str, actor: Actor, **fields: Any
) -> Zaakobjecttype:
    """Add an object type, by the address of its definition."""
    return add_onderdeel(
        Zaakobjecttype,
        zaaktype_id,
        actor=actor,
        objecttype=objecttype,
        relatie_omschrijving=relatie_omschrijving,
        **fields,
    )
