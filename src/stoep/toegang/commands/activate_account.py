"""Switch an account on again."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.commands.derive_cms_rights import derive_cms_rights
from stoep.toegang.models import Account


@transaction.atomic
def activate_account(account_id: UUID, *, actor: Actor) -> None:
    """Switch an account on again, with the roles it had."""
    account = Account.objects.locked(account_id)
    actor.require("toegang.manage")
    if account.is_active:
        return
    account.is_active = True
    account.save(update_fields=["is_active"])
    derive_cms_rights(account)
    audit.record(actor, "toegang.account_activate", subject=account.ref)
