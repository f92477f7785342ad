"""Add a role to a zaaktype."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from stoep.catalogi.commands.change_onderdeel import add_onderdeel
from stoep.catalogi.models import Roltype
from stoep.toegang.actors import Actor


def add_roltype(
    zaaktype_id: UUID, *, omschrijving: str, omschrijving_generiek: str, actor: Actor, **fields: Any
) -> Roltype:
    """Add what people and organisations can be to zaken of this type."""
    return add_onderdeel(
        Roltype,
        zaaktype_id,
        actor=actor,
        omschrijving=omschrijving,
        omschrijving_generiek=omschrijving_generiek,
        **fields,
    )
