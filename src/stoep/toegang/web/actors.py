"""Puts the actor on the request: an employee who is fully signed in, or nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from stoep.foundation import clock
from stoep.toegang.actors import ANONYMOUS, Actor
from stoep.toegang.commands.sign_out import record_sign_out
from stoep.toegang.models import Account
from stoep.toegang.queries import actor_of

MEANS = "toegang.means"
SIGNED_IN_AT = "toegang.signed_in_at"
SEEN_AT = "toegang.seen_at"
LONGEST_SESSION = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=5)


class ActorRequest(HttpRequest):
    """A request that knows who acts."""

    actor: Actor


class StaffRequest(ActorRequest):
    """A request of an employee who is signed in."""

    user: Account


class ActorMiddleware:
    """Sets `request.actor`: three queries for an employee, none for a visitor without session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find out who acts."""
        request.actor = self.find_actor(request)  # type: ignore[attr-defined]
        return self.get_response(request)

    def find_actor(self, request: HttpRequest) -> Actor:
        """The employee of this session, unless it lacks a second factor or is too old."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or SESSION_KEY not in request.session:
            return ANONYMOUS
        account = request.user
        if not isinstance(account, Account) or not account.is_authenticated:
            return ANONYMOUS
        if MEANS not in request.session:
            forget(request)
            return ANONYMOUS
        actor = actor_of(account)
        if has_expired(request, clock.now()):
            record_sign_out(actor=actor, reason="verlopen")
            forget(request)
            return ANONYMOUS
        return actor


def has_expired(request: HttpRequest, now: datetime) -> bool:
    """Was the session idle or open for too long? If not, note that it was used, at most every five minutes."""
    try:
        signed_in_at = datetime.fromisoformat(request.session[SIGNED_IN_AT])
        seen_at = datetime.fromisoformat(request.session[SEEN_AT])
    except (KeyError, ValueError):
        return True
    longest_idle = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    if now - signed_in_at > LONGEST_SESSION or now - seen_at > longest_idle:
        return True
    if now - seen_at > SEEN_EVERY:
        request.session[SEEN_AT] = now.isoformat()
    return False


def forget(request: HttpRequest) -> None:
    """End the session of this request."""
    request.session.flush()
    request.user = AnonymousUser()
