"""Make new recovery codes, for whoever loses their phone."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.models import Account, Herstelcode
from stoep.toegang.secrets import hash_of_recovery_code, new_recovery_codes


@transaction.atomic
def replace_recovery_codes(account_id: UUID, *, actor: Actor) -> list[str]:
    """Make ten new recovery codes for oneself; the old ones no longer work."""
    account = Account.objects.locked(account_id)
    if actor.ref != account.ref:
        actor.require("toegang.manage")
    codes = renew_recovery_codes(account)
    audit.record(actor, "toegang.recovery_codes_replace", subject=account.ref)
    return codes


def renew_recovery_codes(account: Account) -> list[str]:
    """Throw the old codes away and store the hashes of new ones."""
    account.herstelcodes.all().delete()
    codes = new_recovery_codes()
    Herstelcode.objects.bulk_create(
        Herstelcode(account=account, code_hash=hash_of_recovery_code(account, code)) for code in codes
    )
    return codes
