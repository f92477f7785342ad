"""Withdraw a local notice before its end."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.kennisbank.errors import MededelingAlreadyWithdrawn
from stoep.kennisbank.events import MededelingWithdrawn
from stoep.kennisbank.models import Mededeling
from stoep.toegang.actors import Actor


@transaction.atomic
def withdraw_mededeling(mededeling_id: UUID, *, actor: Actor) -> None:
    """Take a notice from every channel at once; it stays on record."""
    mededeling = Mededeling.objects.locked(mededeling_id)
    actor.require("kennisbank.edit")
    if mededeling.ingetrokken_op is not None:
        raise MededelingAlreadyWithdrawn

    mededeling.ingetrokken_op = clock.now()
    mededeling.save(update_fields=["ingetrokken_op"])
    audit.record(actor, "kennisbank.withdraw_mededeling", subject=mededeling.ref)
    outbox.publish(MededelingWithdrawn(mededeling_id=mededeling.pk))
