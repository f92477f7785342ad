"""Counting failed sign-ins under a name, and locking it: shared by both steps of signing in."""

from __future__ import annotations

from stoep.foundation import clock
from stoep.foundation.clock import AMSTERDAM
from stoep.toegang.errors import SignInLocked
from stoep.toegang.models import Inlogpoging
from stoep.toegang.rules.vergrendeling import count_failure, decide_lock
from stoep.toegang.secrets import hash_of_name


def take_attempts(username: str) -> Inlogpoging:
    """Take the count of this name for writing: one guess at a time, also when many come at once."""
    row, _created = Inlogpoging.objects.get_or_create(name_hash=hash_of_name(username))
    return Inlogpoging.objects.locked(row.pk)


def refusal_if_locked(attempts: Inlogpoging) -> SignInLocked | None:
    """The refusal while the lock lasts."""
    if attempts.locked_until is None or attempts.locked_until <= clock.now():
        return None
    return SignInLocked(until=f"{attempts.locked_until.astimezone(AMSTERDAM):%H.%M}")


def store_failure(attempts: Inlogpoging) -> bool:
    """Count a failure; True when this one locked the name."""
    now = clock.now()
    attempts.failures = count_failure(attempts.failures, attempts.last_failed_at, now)
    attempts.last_failed_at = now
    lock = decide_lock(attempts.failures)
    if lock is not None:
        attempts.locked_until = now + lock
    attempts.save()
    return lock is not None


def forget_failures(attempts: Inlogpoging) -> None:
    """Start counting anew after a sign-in that succeeded."""
    if attempts.failures or attempts.locked_until:
        attempts.failures = 0
        attempts.locked_until = None
        attempts.save()
