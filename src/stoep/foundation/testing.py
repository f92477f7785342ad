"""What tests and the demo need of the technique: which events were published, and doing now what waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from django.db import connection, transaction

from stoep.foundation import jobs
from stoep.foundation.outbox.delivery import deliver_batch, hear, mark_delivered, take
from stoep.foundation.outbox.events import Event, read_event
from stoep.foundation.outbox.listeners import Handler, Table, all_handlers, replaced_by

MOST_ROUNDS = 1000

__all__ = ["deliver_batch", "deliver_outbox", "listening", "no_listeners", "published_events", "run_jobs"]


def published_events() -> list[Event]:
    """The events that this transaction can see, in the order in which they were published."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, payload FROM foundation_outboxevent ORDER BY id")
        return [read_event(name, payload) for name, payload in cursor.fetchall()]


def deliver_outbox() -> int:
    """Let all handlers hear now what waits for them, and what follows from it. A handler's error is raised.

    Inside a transaction it delivers what that transaction published: the demo builds its history so.
    """
    total = 0
    for _ in range(MOST_ROUNDS):
        delivered = sum(_deliver(key, handler) for key, handler in all_handlers().items())
        if not delivered:
            return total
        total += delivered
    raise RuntimeError("De handlers blijven elkaar nieuwe gebeurtenissen sturen.")


def _deliver(key: str, handler: Handler) -> int:
    with transaction.atomic():
        batch = take(key)
        hear(handler, batch)
        mark_delivered(key, batch)
    return len(batch)


def listening(table: Table) -> AbstractContextManager[None]:
    """Let these handlers listen inside the block, in place of the wiring: `{ZaakOpened: (handler,)}`."""
    return replaced_by(table)


@contextmanager
def no_listeners() -> Iterator[None]:
    """Let nobody listen inside the block."""
    with replaced_by({}):
        yield


def run_jobs() -> int:
    """Run all jobs that wait now, and those that they defer. Answers how many ran."""
    total = 0
    for _ in range(MOST_ROUNDS):
        ran = jobs.run_waiting()
        if not ran:
            return total
        total += ran
    raise RuntimeError("De taken blijven elkaar nieuwe taken geven.")
