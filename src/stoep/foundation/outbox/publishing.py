"""Publishing: one row in the caller's transaction, and one for every handler that must hear it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.db import connection, transaction

from stoep.foundation import clock
from stoep.foundation.outbox.events import Event
from stoep.foundation.outbox.listeners import handler_keys
from stoep.foundation.transactions import write_once

CHANNEL = "stoep_outbox"
CALLED_BEFORE = 0.02  # seconds
_called = [0.0]

# One statement, a function of the database: events and their deliveries become visible together, whenever the
# transaction commits. The events get their numbers in the order in which they were told.
PUBLISH = "SELECT foundation_publish(%s::text[], %s::text[], %s::text[], %s::timestamptz[], %s::text[], %s::text[])"


def publish(event: Event) -> None:
    """Store an event in the caller's transaction; its handlers run after commit."""
    if not connection.in_atomic_block:
        raise PublishedOutsideTransaction(event.name())
    payload = msgspec.json.encode(event).decode()
    write_once(write_events, (event.name(), event.subject, payload, clock.now()))


def write_events(events: Sequence[tuple[str, str, str, datetime]]) -> None:
    """Add events in the order in which they were told, each with its deliveries, and wake the worker afterwards."""
    names, subjects, payloads, moments = (list(column) for column in zip(*events, strict=True))
    wiring = [(name, key) for name in dict.fromkeys(names) for key in handler_keys(name)]
    values = [names, subjects, payloads, moments, [name for name, _ in wiring], [key for _, key in wiring]]
    with connection.cursor() as cursor:
        cursor.execute(PUBLISH, values)
    if wiring and not any(entry[1] is wake_worker for entry in connection.run_on_commit):
        transaction.on_commit(wake_worker, robust=True)


def wake_worker() -> None:
    """Tell the worker that there is work.

    After the commit and not inside it: a transaction that notifies holds a lock of the whole server
    until its commit is on disk, so that no two could commit together. Whoever misses the call is
    found by the worker's own slow look. A worker that was called keeps looking for a while, so a process that
    called just before need not call again.
    """
    now = time.monotonic()
    if now - _called[0] < CALLED_BEFORE:
        return
    _called[0] = now
    with connection.cursor() as cursor:
        cursor.execute(f"NOTIFY {CHANNEL}")


class PublishedOutsideTransaction(Exception):
    """An event may only be published in the transaction of what it tells: use @transaction.atomic."""
