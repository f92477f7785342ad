"""Register an employee."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction

from stoep.foundation import audit
from stoep.organisatie.errors import AccountTaken
from stoep.organisatie.models import Afdeling, Medewerker
from stoep.organisatie.rules.sorteernaam import sort_name
from stoep.toegang.actors import Actor
from stoep.toegang.models import Account

FULL_WEEK = Decimal(36)


@transaction.atomic
def create_medewerker(
    *,
    account_id: UUID,
    naam: str,
    afdeling_id: UUID,
    functie: str = "",
    email: str = "",
    telefoon: str = "",
    uren_per_week: Decimal = FULL_WEEK,
    actor: Actor,
) -> Medewerker:
    """Register who works here, with the account to sign in with. One account belongs to one employee."""
    actor.require("organisatie.manage")
    account = Account.objects.one(account_id)
    afdeling = Afdeling.objects.one(afdeling_id)
    taken = Medewerker.objects.filter(account_id=account.pk).first()
    if taken is not None:
        raise AccountTaken(naam=taken.naam)
    medewerker = Medewerker(
        account=account,
        naam=naam.strip(),
        sorteernaam=sort_name(naam),
        afdeling=afdeling,
        functie=functie.strip(),
        email=email.strip(),
        telefoon=telefoon.strip(),
        uren_per_week=uren_per_week,
    )
    try:
        medewerker.save(force_insert=True)
    except IntegrityError as error:  # somebody else was just before us
        raise AccountTaken(naam=naam.strip()) from error
    audit.record(actor, "organisatie.medewerker_create", subject=medewerker.ref)
    return medewerker
