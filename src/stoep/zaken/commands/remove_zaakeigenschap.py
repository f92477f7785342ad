"""Take a property out of a zaak."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import remove_part
from stoep.zaken.commands.taking import take_part
from stoep.zaken.models import Zaakeigenschap


@whole
def remove_zaakeigenschap(zaakeigenschap_id: UUID, *, actor: Actor) -> None:
    """Remove the value of a property."""
    zaak, row = take_part(Zaakeigenschap, zaakeigenschap_id, actor=actor)
    remove_part(zaak, "zaakeigenschap", row, label=row.naam, actor=actor)
