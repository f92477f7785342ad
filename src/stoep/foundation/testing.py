"""What tests and the demo need of the technique: which events were published, and doing now what waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import wraps
from typing import Any

from django.db import connection, transaction

from stoep.foundation import clock, jobs
from stoep.foundation.outbox.delivery import deliver_batch, hear, mark_delivered, take
from stoep.foundation.outbox.events import Event, read_event
from stoep.foundation.outbox.listeners import Handler, Table, all_handlers, replaced_by

MOST_ROUNDS = 1000

__all__ = [
    "deliver_batch",
    "deliver_outbox",
    "listening",
    "no_listeners",
    "played_back",
    "published_events",
    "run_jobs",
]


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


def played_back(*tables: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Let a function that fills an empty database run once a day and process; later its statements are sent again.

    For what hundreds of tests begin with: one trip instead of hundreds. When one of `tables` has rows already, the
    function may do something else, so it really runs.
    """

    def decorate(fill: Callable[[], None]) -> Callable[[], None]:
        recordings: dict[date, str] = {}

        @wraps(fill)
        def fill_or_play_back() -> None:
            with transaction.atomic(), connection.cursor() as cursor:
                if has_rows(tables):
                    fill()
                elif found := recordings.get(clock.today()):
                    cursor.execute(found)
                else:
                    recordings[clock.today()] = record_writing(fill)

        return fill_or_play_back

    return decorate


def has_rows(tables: tuple[str, ...]) -> bool:
    """Tell whether any of these tables has rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + " OR ".join(f"EXISTS (SELECT FROM {table})" for table in tables))  # noqa: S608 names of our own tables
        return bool(cursor.fetchone()[0])


def record_writing(fill: Callable[[], None]) -> str:
    """Call a function and answer the statements with which it wrote."""
    compose: Callable[[str, Any], str] = connection.ops.compose_sql  # type: ignore[attr-defined]
    written: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        answer = execute(sql, params, many, context)
        if sql.lstrip().startswith(("INSERT", "UPDATE", "DELETE", "SELECT foundation_publish")):
            written.extend(compose(sql, values) for values in (params if many else [params]))
        return answer

    with connection.execute_wrapper(note):
        fill()
    return ";".join(written)
