"""Change the name, department or members of a group."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.organisatie.errors import MedewerkerNotPresent
from stoep.organisatie.models import Afdeling, Groep, Lidmaatschap, Medewerker
from stoep.toegang.actors import Actor


@transaction.atomic
def change_groep(groep_id: UUID, *, naam: str, afdeling_id: UUID, actor: Actor) -> None:
    """Rename a group or move it to another department; the code stays, because rules point at it."""
    groep = Groep.objects.locked(groep_id)
    actor.require("organisatie.manage")
    groep.naam = naam.strip()
    groep.afdeling = Afdeling.objects.one(afdeling_id)
    groep.save()
    audit.record(actor, "organisatie.groep_change", subject=groep.ref)


@transaction.atomic
def set_leden(groep_id: UUID, *, medewerker_ids: Iterable[UUID], actor: Actor) -> None:
    """Make these employees, and nobody else, the members of a group."""
    groep = Groep.objects.locked(groep_id)
    actor.require("organisatie.manage")
    wanted = list(Medewerker.objects.filter(pk__in=list(medewerker_ids)))
    for medewerker in wanted:
        if not medewerker.actief:
            raise MedewerkerNotPresent(naam=medewerker.naam)
    present = set(groep.lidmaatschappen.values_list("medewerker_id", flat=True))
    groep.lidmaatschappen.exclude(medewerker__in=wanted).delete()
    Lidmaatschap.objects.bulk_create(
        Lidmaatschap(groep=groep, medewerker=medewerker) for medewerker in wanted if medewerker.pk not in present
    )
    audit.record(actor, "organisatie.leden_set", subject=groep.ref, leden=len(wanted))
