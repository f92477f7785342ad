"""Create a group."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from stoep.foundation import audit
from stoep.organisatie.errors import CodeTaken
from stoep.organisatie.models import Afdeling, Groep
from stoep.toegang.actors import Actor


@transaction.atomic
def create_groep(*, code: str, naam: str, afdeling_id: UUID, actor: Actor) -> Groep:
    """Create a group to which work can be assigned; its members come afterwards."""
    actor.require("organisatie.manage")
    afdeling = Afdeling.objects.one(afdeling_id)
    if Groep.objects.filter(code=code).exists():
        raise CodeTaken(value=code)
    groep = Groep(code=code, naam=naam.strip(), afdeling=afdeling)
    try:
        groep.save(force_insert=True)
    except IntegrityError as error:  # somebody else was just before us
        raise CodeTaken(value=code) from error
    audit.record(actor, "organisatie.groep_create", subject=groep.ref, groep=code)
    return groep
