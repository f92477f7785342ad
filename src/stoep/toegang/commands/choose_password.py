"""Choose a password at the first sign-in, in place of the temporary one."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from stoep.foundation import audit
from stoep.toegang.actors import ANONYMOUS
from stoep.toegang.commands.set_password import check_strength, store_password
from stoep.toegang.errors import PasswordTooWeak, SignInExpired
from stoep.toegang.models import Account


@transaction.atomic
def choose_password(account_id: UUID, *, password: str) -> None:
    """Replace a temporary password; only for whoever just passed both steps of signing in."""
    account = Account.objects.locked(account_id)
    if not account.must_change_password or not account.is_active:
        raise SignInExpired
    check_strength(password, account)
    if account.check_password(password):
        raise PasswordTooWeak(reasons=_("Kies een ander wachtwoord dan het tijdelijke."))
    store_password(account, password, must_change_password=False)
    audit.record(ANONYMOUS, "toegang.password_choose", subject=account.ref)
