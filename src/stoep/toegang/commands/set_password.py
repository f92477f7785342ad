"""Give an account a temporary password."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db import transaction

from stoep.foundation import audit, clock
from stoep.toegang.actors import Actor
from stoep.toegang.errors import PasswordTooWeak
from stoep.toegang.models import Account


def check_strength(password: str, account: Account) -> None:
    """Refuse a password that is short, common or like the name. Raises PasswordTooWeak."""
    try:
        password_validation.validate_password(password, account)
    except ValidationError as error:
        raise PasswordTooWeak(reasons=" ".join(error.messages)) from error


@transaction.atomic
def set_password(account_id: UUID, *, password: str, must_change_password: bool = True, actor: Actor) -> None:
    """Give a colleague a temporary password; every session of the account ends."""
    account = Account.objects.locked(account_id)
    actor.require("toegang.manage")
    check_strength(password, account)
    store_password(account, password, must_change_password=must_change_password)
    audit.record(actor, "toegang.password_set", subject=account.ref)


def store_password(account: Account, password: str, *, must_change_password: bool) -> None:
    """Hash and store; a changed hash ends the sessions that were opened with the old one."""
    account.set_password(password)
    account.password_changed_at = clock.now()
    account.must_change_password = must_change_password
    account.save(update_fields=["password", "password_changed_at", "must_change_password"])
