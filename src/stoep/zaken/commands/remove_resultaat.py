"""Take away how a zaak ends."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import remove_part
from stoep.zaken.commands.taking import take_part
from stoep.zaken.models import Resultaat


@whole
def remove_resultaat(resultaat_id: UUID, *, actor: Actor) -> None:
    """Remove; a closed zaak without result keeps its archive date until it gets a new one."""
    zaak, resultaat = take_part(Resultaat, resultaat_id, actor=actor)
    remove_part(zaak, "resultaat", resultaat, actor=actor)
