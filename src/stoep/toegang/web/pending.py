"""Signing in that is under way: who gave the right password, and what is still to do."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme

from stoep.foundation import clock
from stoep.foundation.errors import NotFound
from stoep.toegang.commands.pass_second_factor import SecondFactorPassed
from stoep.toegang.errors import SignInExpired
from stoep.toegang.models import Account

KEY = "toegang.pending"
LONGEST = timedelta(minutes=15)
HOME = "/werkplek/"


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """Kept in the session between the steps. `means` is filled when the second factor was passed."""

    account: str
    at: str
    proof: str
    next: str = HOME
    means: str = ""


def safe_next(request: HttpRequest, address: str) -> str:
    """Where to go after signing in: only an address of this site."""
    allowed = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if allowed else HOME


def begin(request: HttpRequest, account: Account, address: str) -> None:
    """Note that the password was right, in a session with a new key."""
    request.session.flush()
    pending = Pending(
        account=str(account.pk),
        at=clock.now().isoformat(),
        proof=account.get_session_auth_hash(),
        next=safe_next(request, address),
    )
    request.session[KEY] = msgspec.to_builtins(pending)


def note_second_factor(request: HttpRequest, passed: SecondFactorPassed) -> None:
    """Note that the second factor was passed too, while a password is still to be chosen."""
    _account, pending = take(request)
    request.session[KEY] = msgspec.to_builtins(msgspec.structs.replace(pending, means=passed.means))


def take(request: HttpRequest, *, after_second_factor: bool = False) -> tuple[Account, Pending]:
    """Who is signing in. Raises SignInExpired when an earlier step is missing, too old or overtaken."""
    try:
        pending = msgspec.convert(request.session.get(KEY), Pending)
        account: Account = Account.objects.active().one(pending.account)
    except (msgspec.ValidationError, NotFound) as error:
        raise SignInExpired from error
    age = clock.now() - datetime.fromisoformat(pending.at)
    if after_second_factor and not pending.means:
        raise SignInExpired
    if age > LONGEST or not constant_time_compare(pending.proof, account.get_session_auth_hash()):
        raise SignInExpired
    return account, pending
