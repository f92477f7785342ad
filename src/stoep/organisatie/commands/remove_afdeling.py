"""Remove a department in which nobody works any more."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.organisatie.errors import AfdelingNotEmpty
from stoep.organisatie.models import Afdeling
from stoep.toegang.actors import Actor


@transaction.atomic
def remove_afdeling(afdeling_id: UUID, *, actor: Actor) -> None:
    """Remove a department. Raises AfdelingNotEmpty while people, also former ones, or groups belong to it."""
    afdeling = Afdeling.objects.locked(afdeling_id)
    actor.require("organisatie.manage")
    people, groups = afdeling.medewerkers.count(), afdeling.groepen.count()
    if people or groups:
        raise AfdelingNotEmpty(naam=afdeling.naam, medewerkers=people, groepen=groups)
    audit.record(actor, "organisatie.afdeling_remove", subject=afdeling.ref, afdeling=afdeling.code)
    afdeling.delete()
