"""Create a role."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor, Grant
from stoep.toegang.commands.change_rol import store_rechten
from stoep.toegang.errors import RolCodeTaken
from stoep.toegang.models import Rol


@transaction.atomic
def create_rol(*, code: str, naam: str, omschrijving: str = "", rechten: Sequence[Grant] = (), actor: Actor) -> Rol:
    """Create a role with its rights; a municipality may make as many as it has kinds of work."""
    actor.require("toegang.manage")
    if Rol.objects.filter(code=code).exists():
        raise RolCodeTaken(rol=code)
    rol = Rol(code=code, naam=naam.strip(), omschrijving=omschrijving.strip())
    try:
        rol.save(force_insert=True)
    except IntegrityError as error:  # somebody else was just before us
        raise RolCodeTaken(rol=code) from error
    store_rechten(rol, rechten)
    audit.record(actor, "toegang.rol_create", subject=rol.ref, rol=code)
    return rol
