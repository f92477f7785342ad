"""Create an account for an employee."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from stoep.foundation import audit, clock
from stoep.toegang.actors import Actor
from stoep.toegang.commands.set_password import check_strength
from stoep.toegang.errors import UsernameInvalid, UsernameTaken
from stoep.toegang.models import Account, normal_username
from stoep.toegang.rules.gebruikersnaam import is_username


@transaction.atomic
def create_account(
    *,
    username: str,
    first_name: str,
    last_name: str,
    email: str = "",
    password: str | None = None,
    must_change_password: bool = True,
    actor: Actor,
) -> Account:
    """Create an account; without a password nobody can sign in with it yet.

    The employee links a second factor, and normally chooses a password, at the first sign-in.
    """
    actor.require("toegang.manage")
    name = normal_username(username)
    if not is_username(name):
        raise UsernameInvalid
    if Account.objects.filter(username=name).exists():
        raise UsernameTaken(username=name)
    account = Account(
        username=name,
        first_name=first_name.strip(),
        last_name=last_name.strip(),
        email=email.strip(),
        date_joined=clock.now(),
        must_change_password=must_change_password,
    )
    if password is None:
        account.set_unusable_password()
    else:
        check_strength(password, account)
        account.set_password(password)
    try:
        account.save(force_insert=True)
    except IntegrityError as error:  # somebody else was just before us
        raise UsernameTaken(username=name) from error
    audit.record(actor, "toegang.account_create", subject=account.ref)
    return account
