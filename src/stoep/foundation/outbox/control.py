"""What can be done about the outbox: try again, skip, play back, sleep and wake, and forget what is old."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction

from stoep.foundation.outbox.delivery import LOCK_SPACE
from stoep.foundation.outbox.listeners import heard_by

AGAIN = """
UPDATE foundation_delivery SET parked_at = NULL, attempts = 1, next_at = statement_timestamp()
WHERE handler = %s AND event_id = %s
"""

REPLAY = """
INSERT INTO foundation_delivery (handler, event_id, subject, attempts)
SELECT %s, id, subject, 0 FROM foundation_outboxevent
WHERE name = ANY(%s) AND id >= %s AND occurred_at >= %s
ON CONFLICT DO NOTHING
"""

PRUNE = """
WITH old AS (
    SELECT id FROM foundation_outboxevent e
    WHERE occurred_at < %s AND NOT EXISTS (SELECT FROM foundation_delivery d WHERE d.event_id = e.id)
    ORDER BY id LIMIT %s FOR UPDATE SKIP LOCKED
)
DELETE FROM foundation_outboxevent USING old WHERE foundation_outboxevent.id = old.id
"""

PRUNED_AT_ONCE = 10_000
LONG_AGO = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def retry(handler: str, event_id: int) -> bool:
    """Deliver a parked or waiting event now. False when it is no longer there."""
    return _execute(AGAIN, handler, event_id) == 1


def skip(handler: str, event_id: int) -> bool:
    """Never deliver this event to this handler; what waits behind it goes on. False when it is no longer there."""
    return _execute("DELETE FROM foundation_delivery WHERE handler = %s AND event_id = %s", handler, event_id) == 1


def replay(handler: str, *, from_event: int = 0, since: datetime = LONG_AGO) -> int:
    """Let a handler hear again everything from a point on: an event's number, or a moment.

    Use it for a handler that is new, or that was mended. Answers how many events will be heard.
    """
    return _execute(REPLAY, handler, heard_by(handler), from_event, since)


def sleep(handler: str) -> None:
    """Let a handler sleep: what happens from now on is not kept for it, and costs nothing."""
    _execute("INSERT INTO foundation_sleepinghandler (handler) VALUES (%s) ON CONFLICT DO NOTHING", handler)


def wake(handler: str) -> None:
    """Let a handler hear again: every event that is told after this transaction."""
    _execute("DELETE FROM foundation_sleepinghandler WHERE handler = %s", handler)


def prune(before: datetime) -> int:
    """Forget events from before a moment that everybody has heard. Answers how many."""
    total = 0
    while pruned := _execute(PRUNE, before, PRUNED_AT_ONCE):
        total += pruned
    return total


def _execute(sql: str, *values: str | int | datetime | list[str]) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        # One at a time: what is played back must not be forgotten at the same moment.
        cursor.execute("SELECT pg_advisory_xact_lock(%s, 0)", [LOCK_SPACE])
        cursor.execute(sql, values)
        return int(cursor.rowcount)
