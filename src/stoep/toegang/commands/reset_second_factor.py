"""Unlink the app of a colleague who lost it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.errors import AccountInactive, NotYourself
from stoep.toegang.models import Account


@transaction.atomic
def reset_second_factor(account_id: UUID, *, actor: Actor) -> None:
    """Unlink the app of a colleague who lost it; every session ends and the next sign-in links a new one."""
    account = Account.objects.locked(account_id)
    actor.require("toegang.manage")
    if not account.is_active:
        raise AccountInactive(name=account.get_full_name())
    if actor.ref == account.ref:
        raise NotYourself
    account.second_factor_salt = ""
    account.second_factor_since = None
    account.last_code_step = 0
    account.session_version += 1
    account.save(update_fields=["second_factor_salt", "second_factor_since", "last_code_step", "session_version"])
    account.herstelcodes.all().delete()
    audit.record(actor, "toegang.second_factor_reset", subject=account.ref)
