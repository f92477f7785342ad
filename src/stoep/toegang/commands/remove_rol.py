"""Remove a role that nobody has."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.errors import RolStillGranted
from stoep.toegang.models import Rol


@transaction.atomic
def remove_rol(rol_id: UUID, *, actor: Actor) -> None:
    """Remove a role with its rights. Raises RolStillGranted while people have it."""
    rol = Rol.objects.locked(rol_id)
    actor.require("toegang.manage")
    people = rol.account_rollen.count()
    if people:
        raise RolStillGranted(count=people, naam=rol.naam)
    audit.record(actor, "toegang.rol_remove", subject=rol.ref, rol=rol.code)
    rol.delete()
