"""The first step of signing in: user name and password."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.errors import DomainError
from stoep.foundation.ratelimit import limit
from stoep.foundation.ref import Ref
from stoep.toegang.actors import ANONYMOUS
from stoep.toegang.commands.attempts import refusal_if_locked, store_failure, take_attempts
from stoep.toegang.errors import SignInRefused
from stoep.toegang.models import Account, normal_username

QUARTER = 900
ATTEMPTS_PER_ADDRESS = 200  # a town hall shares one address
ATTEMPTS_PER_NAME = 20


def present_password(*, username: str, password: str, address: str) -> Account:
    """Check name and password; answers the account, which is not signed in before its second factor.

    An unknown name gives the same answer after the same work. Failures are kept although this refuses.
    """
    name = normal_username(username)
    limit(f"toegang.address:{address}", times=ATTEMPTS_PER_ADDRESS, seconds=QUARTER)
    limit(f"toegang.name:{name}", times=ATTEMPTS_PER_NAME, seconds=QUARTER)
    outcome = check_name_and_password(name, password)
    if isinstance(outcome, DomainError):
        raise outcome
    return outcome


@transaction.atomic
def check_name_and_password(name: str, password: str) -> Account | DomainError:
    """Decide and store; the refusal is answered, not raised, so that the count is committed."""
    attempts = take_attempts(name)
    locked = refusal_if_locked(attempts)
    if locked is not None:
        return locked
    account: Account | None = Account.objects.filter(username=name).first()
    if has_password(account, password) and account is not None and account.is_active:
        audit.record(ANONYMOUS, "toegang.password_right", subject=account.ref)
        return account
    subject = account.ref if account else Ref("inlognaam", attempts.name_hash[:16])
    locked_now = store_failure(attempts)
    audit.record(ANONYMOUS, "toegang.sign_in_locked" if locked_now else "toegang.sign_in_failed", subject=subject)
    return SignInRefused()


def has_password(account: Account | None, password: str) -> bool:
    """Is this the password? Hashes once, also when there is nobody to compare with."""
    if account is None or not account.has_usable_password():
        make_password(password)
        return False
    return account.check_password(password)
