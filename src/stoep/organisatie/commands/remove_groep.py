"""Remove a group."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from stoep.foundation import audit
from stoep.organisatie.errors import GroepInUse
from stoep.organisatie.models import Groep
from stoep.toegang.actors import Actor


@transaction.atomic
def remove_groep(groep_id: UUID, *, actor: Actor) -> None:
    """Remove a group with its memberships. Raises GroepInUse when work was ever assigned to it."""
    groep = Groep.objects.locked(groep_id)
    actor.require("organisatie.manage")
    ref, code = groep.ref, groep.code
    try:
        groep.delete()
    except ProtectedError as error:
        raise GroepInUse(naam=groep.naam) from error
    audit.record(actor, "organisatie.groep_remove", subject=ref, groep=code)
