"""How long a user name is locked after failed sign-ins.

Every fifth failure in a row locks, longer each time, so that guessing does not pay and an
employee who mistypes is back soon. A quiet day wipes the count.
"""

from __future__ import annotations

from datetime import datetime, timedelta

FAILURES_PER_LOCK = 5
FIRST_LOCK = timedelta(minutes=15)
LONGEST_LOCK = timedelta(hours=4)
FORGOTTEN_AFTER = timedelta(days=1)


def count_failure(failures: int, last_failed_at: datetime | None, now: datetime) -> int:
    """The number of failures in a row, this one included."""
    if last_failed_at is None or now - last_failed_at > FORGOTTEN_AFTER:
        return 1
    return failures + 1


def decide_lock(failures: int) -> timedelta | None:
    """How long to lock after this many failures in a row. None: not now."""
    if failures == 0 or failures % FAILURES_PER_LOCK:
        return None
    times_locked = failures // FAILURES_PER_LOCK
    doublings = min(times_locked - 1, 10)
    return min(FIRST_LOCK * (1 << doublings), LONGEST_LOCK)
