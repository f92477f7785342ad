"""Change the name or mail address of an account."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.models import Account


@transaction.atomic
def change_account(account_id: UUID, *, first_name: str, last_name: str, email: str, actor: Actor) -> None:
    """Change how an employee is called and reached; the user name stays, because the logs know it."""
    account = Account.objects.locked(account_id)
    actor.require("toegang.manage")
    account.first_name = first_name.strip()
    account.last_name = last_name.strip()
    account.email = email.strip()
    account.save(update_fields=["first_name", "last_name", "email"])
    audit.record(actor, "toegang.account_change", subject=account.ref)
