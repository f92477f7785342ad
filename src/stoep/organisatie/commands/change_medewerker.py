"""Change what is known of an employee."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.organisatie.models import Afdeling, Medewerker
from stoep.organisatie.rules.sorteernaam import sort_name
from stoep.toegang.actors import Actor


@transaction.atomic
def change_medewerker(
    medewerker_id: UUID,
    *,
    naam: str,
    afdeling_id: UUID,
    functie: str,
    email: str,
    telefoon: str,
    uren_per_week: Decimal,
    actor: Actor,
) -> None:
    """Change name, department, job, how to reach somebody, and the hours of the contract."""
    medewerker = Medewerker.objects.locked(medewerker_id)
    actor.require("organisatie.manage")
    old = describe(medewerker)
    medewerker.naam = naam.strip()
    medewerker.sorteernaam = sort_name(naam)
    medewerker.afdeling = Afdeling.objects.one(afdeling_id)
    medewerker.functie = functie.strip()
    medewerker.email = email.strip()
    medewerker.telefoon = telefoon.strip()
    medewerker.uren_per_week = uren_per_week
    medewerker.save()
    audit.record(actor, "organisatie.medewerker_change", subject=medewerker.ref)
    audit.record_change(
        actor, "organisatie.medewerker_change", subject=medewerker.ref, old=old, new=describe(medewerker)
    )


def describe(medewerker: Medewerker) -> dict[str, object]:
    """An employee as the audittrail keeps it."""
    return {
        "naam": medewerker.naam,
        "afdeling": str(medewerker.afdeling_id),
        "functie": medewerker.functie,
        "email": medewerker.email,
        "telefoon": medewerker.telefoon,
        "uren_per_week": str(medewerker.uren_per_week),
    }
