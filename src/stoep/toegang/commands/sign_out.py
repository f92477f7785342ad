"""Sign out: here, or everywhere."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.models import Account


@transaction.atomic
def sign_out_everywhere(account_id: UUID, *, actor: Actor) -> None:
    """End every session of an account: one's own, or a colleague's by a manager."""
    account = Account.objects.locked(account_id)
    if actor.ref != account.ref:
        actor.require("toegang.manage")
    account.session_version += 1
    account.save(update_fields=["session_version"])
    audit.record(actor, "toegang.sign_out_everywhere", subject=account.ref)


@transaction.atomic
def record_sign_in(account: Account, *, means: str, actor: Actor) -> None:
    """Write in the security log that an employee signed in; the session itself belongs to the web."""
    audit.record(actor, "toegang.sign_in", subject=account.ref, means=means)


@transaction.atomic
def record_sign_out(*, actor: Actor, reason: str) -> None:
    """Write in the security log that a session ended, by the employee or because it was too old."""
    audit.record(actor, "toegang.sign_out", subject=actor.ref, reason=reason)
