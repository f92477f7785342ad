"""Let an assignment rule say again what an old version said."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation.errors import NotFound
from stoep.organisatie.models import Groep, Medewerker
from stoep.toegang.actors import Actor
from stoep.zaken.commands.put_toewijzingsregel import put_toewijzingsregel
from stoep.zaken.errors import VersieUnusable
from stoep.zaken.models import Regelversie, Toewijzingsregel


@transaction.atomic
def restore_toewijzingsregel(regel_id: UUID, *, nummer: int, reden: str = "", actor: Actor) -> Toewijzingsregel:
    """Write the values of version `nummer` once more: that makes a new version, so nothing of the history is lost.

    Refused when whoever got the work then no longer works here.
    """
    actor.require("zaken.manage_rules")
    regel: Toewijzingsregel = Toewijzingsregel.objects.locked(regel_id)
    versie = Regelversie.objects.filter(regel=regel, nummer=nummer).first()
    if versie is None:
        raise NotFound
    values = dict(versie.waarden)
    medewerker, groep = (UUID(values[name]) if values[name] else None for name in ("medewerker_id", "groep_id"))
    is_there = (
        Medewerker.objects.filter(pk=medewerker, actief=True).exists()
        if medewerker
        else Groep.objects.filter(pk__in=[groep]).exists()
    )
    if not is_there:
        raise VersieUnusable(nummer=nummer)
    values |= {"medewerker_id": medewerker, "groep_id": groep}
    return put_toewijzingsregel(naam=regel.naam, **values, reden=reden or f"Versie {nummer} teruggezet.", actor=actor)
