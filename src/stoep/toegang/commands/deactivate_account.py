"""Switch an account off."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.commands.derive_cms_rights import derive_cms_rights
from stoep.toegang.commands.last_manager import keeping_a_manager
from stoep.toegang.errors import NotYourself
from stoep.toegang.models import Account


@transaction.atomic
def deactivate_account(account_id: UUID, *, actor: Actor) -> None:
    """Switch an account off: all sessions end, and the logs keep who it was."""
    account = Account.objects.locked(account_id)
    actor.require("toegang.manage")
    if actor.ref == account.ref:
        raise NotYourself
    if not account.is_active:
        return
    account.is_active = False
    account.session_version += 1
    with keeping_a_manager():
        account.save(update_fields=["is_active", "session_version"])
    derive_cms_rights(account)
    audit.record(actor, "toegang.account_deactivate", subject=account.ref)
