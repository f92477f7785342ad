"""Lift the lock on a user name."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.commands.attempts import forget_failures, take_attempts
from stoep.toegang.models import Account


@transaction.atomic
def unlock_account(account_id: UUID, *, actor: Actor) -> None:
    """Let an employee who mistyped too often try again at once."""
    account = Account.objects.locked(account_id)
    actor.require("toegang.manage")
    forget_failures(take_attempts(account.username))
    audit.record(actor, "toegang.account_unlock", subject=account.ref)
