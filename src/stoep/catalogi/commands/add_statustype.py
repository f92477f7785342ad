"""Add a phase to a zaaktype."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from stoep.catalogi.commands.change_onderdeel import add_onderdeel
from stoep.catalogi.models import Statustype
from stoep.toegang.actors import Actor


def add_statustype(zaaktype_id: UUID, *, omschrijving: str, volgnummer: int, actor: Actor, **fields: Any) -> Statustype:
    """Add a phase. The highest volgnummer becomes the eindstatus, as the norm has it."""
    return add_onderdeel(
        Statustype, zaaktype_id, actor=actor, omschrijving=omschrijving, volgnummer=volgnummer, **fields
    )
