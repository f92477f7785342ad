"""Set the hours that an employee works on each weekday."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.organisatie.commands.own_presence import require_own_or_manage
from stoep.organisatie.errors import HoursImpossible
from stoep.organisatie.models import Medewerker, Rooster
from stoep.organisatie.rules.aanwezigheid import WEEKDAYS
from stoep.toegang.actors import Actor

HOURS_IN_A_DAY = 24


@transaction.atomic
def change_rooster(medewerker_id: UUID, *, uren: Sequence[Decimal], actor: Actor) -> None:
    """Set the hours from Monday to Sunday: one's own, or a colleague's by whoever manages the organisation."""
    medewerker = Medewerker.objects.locked(medewerker_id)
    require_own_or_manage(actor, medewerker)
    if len(uren) != len(WEEKDAYS) or not all(0 <= hours <= HOURS_IN_A_DAY for hours in uren):
        raise HoursImpossible
    Rooster.objects.update_or_create(medewerker=medewerker, defaults=dict(zip(WEEKDAYS, uren, strict=True)))
    audit.record(actor, "organisatie.rooster_change", subject=medewerker.ref)
