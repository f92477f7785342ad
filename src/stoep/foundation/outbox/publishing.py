"""Publishing: one row in the caller's transaction, and one for every handler that must hear it."""

from __future__ import annotations

import msgspec
from django.db import connection, transaction

from stoep.foundation import clock
from stoep.foundation.outbox.events import Event
from stoep.foundation.outbox.listeners import handler_keys

CHANNEL = "stoep_outbox"

# One statement: an event and its deliveries become visible together, whenever the transaction commits.
PUBLISH = """
WITH event AS (
    INSERT INTO foundation_outboxevent (name, subject, payload, occurred_at)
    VALUES (%s, %s, %s::jsonb, %s)
    RETURNING id
)
INSERT INTO foundation_delivery (handler, event_id, subject, attempts)
SELECT handler, event.id, %s, 0 FROM event, unnest(%s::text[]) AS handler
"""


def publish(event: Event) -> None:
    """Store an event in the caller's transaction; its handlers run after commit."""
    if not connection.in_atomic_block:
        raise PublishedOutsideTransaction(event.name())
    keys = handler_keys(event.name())
    subject = event.subject
    payload = msgspec.json.encode(event).decode()
    with connection.cursor() as cursor:
        cursor.execute(PUBLISH, [event.name(), subject, payload, clock.now(), subject, keys])
    if keys and not any(entry[1] is wake_worker for entry in connection.run_on_commit):
        transaction.on_commit(wake_worker, robust=True)


def wake_worker() -> None:
    """Tell the worker that there is work.

    After the commit and not inside it: a transaction that notifies holds a lock of the whole server
    until its commit is on disk, so that no two could commit together. Whoever misses the call is
    found by the worker's own slow look.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"NOTIFY {CHANNEL}")


class PublishedOutsideTransaction(Exception):
    """An event may only be published in the transaction of what it tells: use @transaction.atomic."""
