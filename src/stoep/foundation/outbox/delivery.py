"""Delivering: every handler hears every event of its own at least once, in order per subject.

There is no cursor that could run past an event whose transaction commits late: each event brings a
row per handler (`Delivery`), and delivered means that this row is gone. A handler's rows and the
removal of its deliveries are one transaction. One process at a time delivers to a handler.

A batch is tried at once, without savepoints. Only when a handler raises, the batch is done again with
a savepoint for each event: what failed waits, with growing pauses, and is parked in the end; the rest of
its subject waits behind it and every other subject goes on.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from dataclasses import dataclass
from datetime import datetime

import psycopg
from django.db import DatabaseError, close_old_connections, connection, transaction

from stoep.foundation import failures
from stoep.foundation.outbox.events import Event, read_event
from stoep.foundation.outbox.listeners import Handler, all_handlers
from stoep.foundation.outbox.publishing import CALLED_BEFORE, CHANNEL
from stoep.foundation.outbox.together import sent_together

log = logging.getLogger(__name__)

BATCH = 500
CAREFUL_BATCH = 50  # with a savepoint for each event: more than 64 in a transaction slow down everybody
PAUSES = (1, 5, 30, 120, 600, 1800, 3600)  # seconds
SLOW_LOOK = 5.0
GATHERING = 0.05  # seconds between two looks while there is work
AWAKE = 5 * CALLED_BEFORE  # seconds of looking after work or a call: longer than publishers keep silent
LOCK_SPACE = 0x53746F65  # "Stoe": keeps these advisory locks apart from any other

WITH_WORK = """
SELECT handler FROM unnest(%s::text[]) AS handler
WHERE EXISTS (
    SELECT FROM foundation_delivery d
    WHERE d.handler = handler AND d.parked_at IS NULL AND d.next_at <= statement_timestamp()
)
"""

# In one trip: whose turn it is, and the next events in order, without those that wait behind a failure. The
# transaction need not wait for the disk: a crash loses what the handler wrote and its mark together, and it hears
# again. What reaches outside does so in a job, and fetching that job puts everything before it on disk.
TAKE = "SELECT * FROM foundation_take(%s, %s, %s)"

MOMENTS = "SELECT id, occurred_at FROM foundation_outboxevent WHERE id = ANY(%s)"

DELIVERED = "DELETE FROM foundation_delivery WHERE handler = %s AND event_id = ANY(%s)"

FAILED = """
UPDATE foundation_delivery
SET attempts = attempts + 1, error = %s, next_at = clock_timestamp() + make_interval(secs => %s),
    parked_at = CASE WHEN %s THEN clock_timestamp() END
WHERE handler = %s AND event_id = %s
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event that a handler still must hear."""

    event_id: int
    subject: str
    attempts: int
    name: str
    payload: str

    def event(self) -> Event:
        """The event itself. Raises when this version of Stoep cannot read it."""
        return read_event(self.name, self.payload)


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its number and its moment, for a handler that says `handles_told`."""

    event: Event
    event_id: int
    occurred_at: datetime


def deliver_once() -> int:
    """Give every handler with work one batch. Answers how many deliveries were done or failed."""
    handlers = all_handlers()
    with connection.cursor() as cursor:
        cursor.execute(WITH_WORK, [list(handlers)])
        with_work = [row[0] for row in cursor.fetchall()]
    return sum(deliver_batch(key, handlers[key]) for key in with_work)


def deliver_batch(key: str, handler: Handler) -> int:
    """Give one handler its next batch; 0 when another process is at it or nothing waits."""
    try:
        with transaction.atomic():
            batch = take(key)
            if any(waiting.attempts for waiting in batch):
                return one_by_one(key, handler, batch[:CAREFUL_BATCH])
            if batch:
                with sent_together():
                    hear(handler, batch)
                mark_delivered(key, batch)
            return len(batch)
    except Exception:
        log.info("outbox: a batch of %s failed and is done again one by one", key, exc_info=True)
    with transaction.atomic():
        return one_by_one(key, handler, take(key, CAREFUL_BATCH))


def take(key: str, size: int = BATCH) -> list[Waiting]:
    """The next events for a handler, in order, leaving out what waits behind a failure."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [LOCK_SPACE, key, size])
        return [Waiting(*row) for row in cursor.fetchall()]


def hear(handler: Handler, batch: list[Waiting]) -> None:
    """Let a handler hear events: together when it says `handles_many` or `handles_told`, else each in turn."""
    if not batch:
        return
    if getattr(handler, "handles_told", False):
        handler(told_of(batch))
        return
    events = [waiting.event() for waiting in batch]
    if getattr(handler, "handles_many", False):
        handler(events)
    else:
        for event in events:
            handler(event)


def told_of(batch: list[Waiting]) -> list[Told]:
    """Events with their moments."""
    with connection.cursor() as cursor:
        cursor.execute(MOMENTS, [[waiting.event_id for waiting in batch]])
        moments = dict(cursor.fetchall())
    return [Told(waiting.event(), waiting.event_id, moments[waiting.event_id]) for waiting in batch]


def one_by_one(key: str, handler: Handler, batch: list[Waiting]) -> int:
    """Deliver each event within its own savepoint; a failure holds up its own subject only."""
    delivered: list[Waiting] = []
    held_up: set[str] = set()
    for waiting in batch:
        if waiting.subject in held_up:
            continue
        try:
            with transaction.atomic():
                hear(handler, [waiting])
        except DatabaseError as error:
            if not connection.is_usable():
                raise
            note_failure(key, waiting, error)
            held_up.add(waiting.subject)
        except Exception as error:  # noqa: BLE001 whatever a handler raises is written down and tried again
            note_failure(key, waiting, error)
            held_up.add(waiting.subject)
        else:
            delivered.append(waiting)
    mark_delivered(key, delivered)
    return len(delivered) + len(held_up)


def mark_delivered(key: str, batch: list[Waiting]) -> None:
    """Remove the deliveries that are done, in the transaction of what the handler wrote."""
    if batch:
        with connection.cursor() as cursor:
            cursor.execute(DELIVERED, [key, [waiting.event_id for waiting in batch]])


def note_failure(key: str, waiting: Waiting, error: Exception) -> None:
    """Write down why, and when to try again; after the last pause the delivery is parked."""
    is_last = waiting.attempts >= len(PAUSES)
    pause = PAUSES[min(waiting.attempts, len(PAUSES) - 1)]
    log.warning("outbox: %s could not handle %s %s: %s", key, waiting.name, waiting.event_id, type(error).__name__)
    with connection.cursor() as cursor:
        cursor.execute(FAILED, [failures.describe(error), pause, is_last, key, waiting.event_id])


def run(stop: threading.Event) -> None:
    """Deliver until `stop` is set; survives a database that goes away and comes back."""
    pause = 0.1
    while not stop.is_set():
        try:
            with listening() as ears:
                pause = 0.1
                deliver_and_listen(ears, stop)
        except (DatabaseError, psycopg.Error) as error:
            log.warning("outbox: the database does not answer (%s); trying again", type(error).__name__)
            connection.close()
            stop.wait(pause + random.uniform(0, pause))  # noqa: S311 spreads the returning workers
            pause = min(pause * 2, 5.0)
        finally:
            close_old_connections()
    connection.close()


def listening() -> psycopg.Connection[tuple[object, ...]]:
    """A connection of its own that hears the wake-up call of `publish`."""
    parameters = connection.get_connection_params()
    wanted = {name: parameters[name] for name in ("dbname", "user", "password", "host", "port") if name in parameters}
    ears = psycopg.connect(**wanted, autocommit=True, application_name="stoep outbox")
    ears.execute(f"LISTEN {CHANNEL}")
    return ears


def deliver_and_listen(ears: psycopg.Connection[tuple[object, ...]], stop: threading.Event) -> None:
    """Deliver while there is work, then sleep until the wake-up call or the slow look.

    After work or a call it looks again for a while, so that publishers need not call for each event; and what is
    published in quick succession gathers between two looks, so that it is heard in batches.
    """
    looked_at = awake_until = 0.0
    while not stop.is_set():
        now = time.monotonic()
        if now < awake_until or now - looked_at > SLOW_LOOK:
            stop.wait(max(0.0, looked_at + GATHERING - now))
            looked_at = time.monotonic()
            if deliver_once():
                awake_until = time.monotonic() + AWAKE
        elif any(True for _ in ears.notifies(timeout=1.0, stop_after=1)):
            awake_until = time.monotonic() + AWAKE
