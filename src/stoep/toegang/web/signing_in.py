"""Opens and closes the session of an employee."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest

from stoep.foundation import clock
from stoep.toegang.actors import ANONYMOUS
from stoep.toegang.commands.pass_second_factor import SecondFactorPassed
from stoep.toegang.commands.sign_out import record_sign_in, record_sign_out
from stoep.toegang.errors import SecondFactorMissing
from stoep.toegang.models import Account
from stoep.toegang.queries import actor_of
from stoep.toegang.web.actors import MEANS, SEEN_AT, SIGNED_IN_AT, ActorRequest, forget

BACKEND = "stoep.toegang.web.backend.AccountBackend"


def sign_in(request: HttpRequest, account: Account, *, second_factor_passed: bool = True) -> None:
    """Sign in without asking anything: for the demo's list of people. Refuses in production."""
    if settings.IS_PRODUCTION or not second_factor_passed:
        raise SecondFactorMissing(right="")
    open_session(request, account, means="demo")


def sign_in_with(request: HttpRequest, passed: SecondFactorPassed) -> Account:
    """Sign in whoever passed the second factor."""
    account: Account = Account.objects.active().one(passed.account_id)
    open_session(request, account, means=passed.means)
    return account


def open_session(request: HttpRequest, account: Account, *, means: str) -> None:
    """Open a new session with a new key; nothing of the old one is kept."""
    request.session.flush()
    login(request, account, backend=BACKEND)
    now = clock.now().isoformat()
    request.session[MEANS] = means
    request.session[SIGNED_IN_AT] = now
    request.session[SEEN_AT] = now
    actor = actor_of(account)
    request.actor = actor  # type: ignore[attr-defined]
    record_sign_in(account, means=means, actor=actor)


def sign_out(request: ActorRequest) -> None:
    """End the session and write it down."""
    if request.actor.account_id is not None:
        record_sign_out(actor=request.actor, reason="zelf")
    forget(request)
    request.actor = ANONYMOUS
