"""How many events a second the outbox delivers to five handlers that each write a row, fsync on.

As in a real house the publishers (four threads, a commit for each event) are a process of their own, and so is the
worker. The floor does the same inserts with bare psycopg, in one process: the event with its five deliveries, then five
rows and the removal of the deliveries, 500 events in a transaction. `python -m bench.outbox [events]`.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

EVENTS = 5000
SUBJECTS = 500
HANDLERS = 5
BATCH = 500
WANTED = 1000


def main(events: int = EVENTS) -> dict[str, float]:
    from stoep.cli.postgres.cluster import Cluster

    with tempfile.TemporaryDirectory() as folder, Cluster(Path(folder)) as cluster:
        os.environ |= {
            "DATABASE_URL": cluster.url(),
            "DJANGO_SETTINGS_MODULE": "stoep.config.settings",
            "STOEP_MODE": "test",
        }
        import django
        from django.core.management import call_command
        from django.db import connection

        django.setup()
        call_command("migrate", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute(EFFECT)
        ours, theirs = multiprocessing.get_context("spawn").Pipe()
        child = multiprocessing.get_context("spawn").Process(target=publish_for_others, args=(theirs, events))
        child.start()
        found = Measurement(events).everything(ours)
        ours.send(None)
        child.join()
        connection.close_pool()
    report(found)
    return found


def publish_for_others(orders: Any, events: int) -> None:
    """The process of the publishers: it publishes as many as it is asked to."""
    import django

    django.setup()
    from django.db import connection

    from stoep.foundation.outbox.listeners import replaced_by

    measurement = Measurement(events)
    while (order := orders.recv()) is not None:
        form, number = order
        with replaced_by({measurement.event: measurement.forms()[form]}):
            measurement.publish_here(number)
        orders.send("done")
    connection.close_pool()


EFFECT = """
CREATE TABLE effect (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, handler text, subject text, number integer, at timestamptz
)
"""
INSERT_EFFECT = "INSERT INTO effect (handler, subject, number, at) VALUES (%s, %s, %s, now())"


class Measurement:
    """Five handlers, in the two forms that a handler can have, and the floor."""

    def __init__(self, events: int) -> None:
        from stoep.foundation import outbox

        class Measured(outbox.Event):
            number: int

            @property
            def subject(self) -> str:
                return f"measured:{self.number % SUBJECTS}"

        self.events = events
        self.event = Measured
        self.form = "one by one"

    def forms(self) -> dict[str, tuple[Callable[[Any], None], ...]]:
        return {"one by one": self.handlers(), "batch": self.batch_handlers()}

    def everything(self, publishers: Any) -> dict[str, float]:
        from stoep.foundation.outbox.listeners import replaced_by

        self.publishers = publishers
        found = {"floor": self.rate(self.floor)}
        for name, handlers in self.forms().items():
            self.form = name
            with replaced_by({self.event: handlers}):
                self.publish(100)
                self.deliver(100)
                found[f"publish, a commit each, 4 threads ({name})"] = self.rate(self.publish)
                found[f"deliver ({name})"] = self.rate(self.deliver)
                found[f"publish and deliver at once ({name})"] = self.rate(self.both)
        return found

    def rate(self, work: Callable[[int], None]) -> float:
        began = time.perf_counter()
        work(self.events)
        return self.events / (time.perf_counter() - began)

    def handlers(self) -> tuple[Callable[[Any], None], ...]:
        from django.db import connection

        def make(number: int) -> Callable[[Any], None]:
            def handler(event: Any) -> None:
                with connection.cursor() as cursor:
                    cursor.execute(INSERT_EFFECT, [f"handler {number}", event.subject, event.number])

            handler.__module__, handler.__qualname__ = "bench.outbox", f"handler_{number}"
            return handler

        return tuple(make(number) for number in range(HANDLERS))

    def batch_handlers(self) -> tuple[Callable[[Any], None], ...]:
        from django.db import connection

        def make(number: int) -> Callable[[Any], None]:
            def handler(events: list[Any]) -> None:
                with connection.cursor() as cursor:
                    rows = [(f"handler {number}", event.subject, event.number) for event in events]
                    cursor.executemany(INSERT_EFFECT, rows)

            handler.__module__, handler.__qualname__ = "bench.outbox", f"batch_handler_{number}"
            handler.handles_many = True  # type: ignore[attr-defined]
            return handler

        return tuple(make(number) for number in range(HANDLERS))

    def publish(self, events: int) -> None:
        """Let the other process publish, and wait until it has."""
        self.publishers.send((self.form, events))
        self.publishers.recv()

    def publish_here(self, events: int) -> None:
        from django.db import connection, transaction

        from stoep.foundation import outbox

        def some(numbers: range) -> None:
            for number in numbers:
                with transaction.atomic():
                    outbox.publish(self.event(number=number))
            connection.close()

        threads = [threading.Thread(target=some, args=(range(first, events, 4),)) for first in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def deliver(self, _events: int) -> None:
        self.work_until_quiet(lambda: None)

    def both(self, events: int) -> None:
        self.work_until_quiet(lambda: self.publish(events))

    def work_until_quiet(self, publish: Callable[[], None]) -> None:
        from django.db import connection

        from stoep.foundation.outbox import delivery
        from stoep.foundation.worker import DELIVERERS

        stop = threading.Event()
        workers = [threading.Thread(target=delivery.run, args=(stop,)) for _ in range(DELIVERERS)]
        for worker in workers:
            worker.start()
        publish()
        quiet = False
        while not quiet:
            with connection.cursor() as cursor:
                cursor.execute("SELECT NOT EXISTS (SELECT FROM foundation_delivery)")
                quiet = cursor.fetchone()[0]
            stop.wait(0.02)
        stop.set()
        for worker in workers:
            worker.join()

    def floor(self, events: int) -> None:
        import psycopg

        from stoep.foundation.outbox.publishing import PUBLISH

        names = [f"floor {number}" for number in range(HANDLERS)]
        with psycopg.connect(os.environ["DATABASE_URL"]) as database:
            for first in range(0, events, BATCH):
                for number in range(first, min(first + BATCH, events)):
                    subject = f"measured:{number % SUBJECTS}"
                    payload, moment = f'{{"number": {number}}}', "2026-01-01T00:00:00Z"
                    values = [["Floor"], [subject], [payload], [moment], ["Floor"] * HANDLERS, names]
                    database.execute(PUBLISH, values)
                database.commit()
                for name in names:
                    for number in range(first, min(first + BATCH, events)):
                        database.execute(INSERT_EFFECT, (name, f"measured:{number % SUBJECTS}", number))
                    database.execute("DELETE FROM foundation_delivery WHERE handler = %s", (name,))
                    database.commit()


def report(found: dict[str, float]) -> None:
    floor = found["floor"]
    print(f"outbox: events a second, {HANDLERS} handlers, fsync on (wanted: {WANTED})")
    for name, rate in found.items():
        print(f"  {name:48} {rate:8.0f}   {rate / floor:5.2f} of the floor")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS)
