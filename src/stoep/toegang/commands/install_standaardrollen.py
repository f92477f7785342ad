"""Install the roles a municipality starts with."""

from __future__ import annotations

from django.db import transaction

from stoep.toegang.actors import Actor
from stoep.toegang.commands.create_rol import create_rol
from stoep.toegang.models import Rol
from stoep.toegang.rules.standaardrollen import STANDAARDROLLEN


@transaction.atomic
def install_standaardrollen(*, actor: Actor) -> list[Rol]:
    """Create the default roles that are not there yet; roles that were changed stay as they are."""
    actor.require("toegang.manage")
    present = set(Rol.objects.values_list("code", flat=True))
    return [
        create_rol(
            code=standaard.code,
            naam=standaard.naam,
            omschrijving=standaard.omschrijving,
            rechten=standaard.grants,
            actor=actor,
        )
        for standaard in STANDAARDROLLEN
        if standaard.code not in present
    ]
