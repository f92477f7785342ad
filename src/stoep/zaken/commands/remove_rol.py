"""Take somebody out of a zaak."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import remove_part
from stoep.zaken.commands.taking import take_part
from stoep.zaken.models import Rol


@whole
def remove_rol(rol_id: UUID, *, actor: Actor) -> None:
    """Remove a rol. Who has the work (behandelaar, groep) stays: that is `assign_zaak`'s."""
    zaak, rol = take_part(Rol, rol_id, actor=actor)
    remove_part(zaak, "rol", rol, actor=actor)
