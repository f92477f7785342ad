"""When a delivery is tried again, and how a lane slows down for a subscriber that is down."""

from __future__ import annotations

from datetime import datetime, timedelta

# After the first miss seconds, in the end a day: together some two and a half days.
PAUSES = tuple(
    timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1800, 2 * 3600, 6 * 3600, 24 * 3600, 24 * 3600)
)
LANE_PAUSES = tuple(timedelta(seconds=seconds) for seconds in (1, 5, 15, 60, 300))
LONGEST_WAIT = timedelta(days=7)
DOWN_AFTER = 3
TAKEN = range(200, 300)
# The subscriber as a whole is in trouble: its server, its gateway, its limit, or the key that we have.
DOWN = frozenset({401, 403, 408, 429, 502, 503, 504})


def next_attempt(pogingen: int, now: datetime) -> datetime | None:
    """When to try again after this many attempts; None: park it, a person decides."""
    return now + PAUSES[pogingen - 1] if pogingen <= len(PAUSES) else None


def lane_pause(misses_in_a_row: int, now: datetime, *, is_down: bool) -> datetime | None:
    """Until when the lane stands still; None: it goes on with messages about other objects."""
    if not is_down and misses_in_a_row < DOWN_AFTER:
        return None
    step = misses_in_a_row - (1 if is_down else DOWN_AFTER)
    return now + LANE_PAUSES[min(step, len(LANE_PAUSES) - 1)]


def is_taken(status: int) -> bool:
    """Tell whether the subscriber took the message (the norm says 204; others that mean yes count too)."""
    return status in TAKEN


def is_down(status: int | None) -> bool:
    """Tell whether this answer (None: no answer) is about the subscriber and not about this one message."""
    return status is None or status in DOWN
