"""Create a department."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from stoep.foundation import audit
from stoep.organisatie.errors import CodeTaken
from stoep.organisatie.models import Afdeling
from stoep.toegang.actors import Actor


@transaction.atomic
def create_afdeling(*, code: str, naam: str, telefoon: str = "", actor: Actor) -> Afdeling:
    """Create a department; its code is how rules and categories name it."""
    actor.require("organisatie.manage")
    if Afdeling.objects.filter(code=code).exists():
        raise CodeTaken(value=code)
    afdeling = Afdeling(code=code, naam=naam.strip(), telefoon=telefoon.strip())
    try:
        afdeling.save(force_insert=True)
    except IntegrityError as error:  # somebody else was just before us
        raise CodeTaken(value=code) from error
    audit.record(actor, "organisatie.afdeling_create", subject=afdeling.ref, afdeling=code)
    return afdeling
