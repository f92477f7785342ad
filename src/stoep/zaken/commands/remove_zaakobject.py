"""Take away that a zaak is about something."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import remove_part
from stoep.zaken.commands.taking import take_part
from stoep.zaken.models import Zaakobject


@whole
def remove_zaakobject(zaakobject_id: UUID, *, actor: Actor) -> None:
    """Remove the relation; the object itself is kept elsewhere."""
    zaak, zaakobject = take_part(Zaakobject, zaakobject_id, "zaken.destroy", actor=actor)
    remove_part(zaak, "zaakobject", zaakobject, actor=actor)
