"""Withdraw an absence: the employee is there after all."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.organisatie.commands.own_presence import require_own_or_manage
from stoep.organisatie.models import Afwezigheid
from stoep.toegang.actors import Actor


@transaction.atomic
def withdraw_afwezigheid(afwezigheid_id: UUID | str, *, actor: Actor) -> None:
    """Remove an absence that does not happen, or that was a mistake."""
    afwezigheid = Afwezigheid.objects.locked(afwezigheid_id)
    require_own_or_manage(actor, afwezigheid.medewerker)
    audit.record(actor, "organisatie.afwezigheid_withdraw", subject=afwezigheid.medewerker.ref)
    afwezigheid.delete()
