"""Choose a password of one's own."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.commands.set_password import check_strength, store_password
from stoep.toegang.errors import PasswordTooWeak, WrongPassword
from stoep.toegang.models import Account


@transaction.atomic
def change_password(account_id: UUID, *, current: str, password: str, actor: Actor) -> Account:
    """Choose a password of one's own. All other sessions end; the caller renews its own."""
    account: Account = Account.objects.locked(account_id)
    if actor.ref != account.ref:
        actor.require("toegang.manage")
    if not account.check_password(current):
        raise WrongPassword
    check_strength(password, account)
    if current == password:
        raise PasswordTooWeak(reasons=_("Kies een ander wachtwoord dan u nu hebt."))
    store_password(account, password, must_change_password=False)
    audit.record(actor, "toegang.password_change", subject=account.ref)
    return account
