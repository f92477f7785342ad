"""What the children of `killing` do until they are killed, and how their account is made up."""

from __future__ import annotations

import os
import threading
from typing import Any

import psycopg
from django.db import connection, transaction

from stoep.foundation import outbox
from stoep.foundation.outbox import delivery
from stoep.foundation.outbox.listeners import replaced_by

TABLES = """
CREATE TABLE effect (seq bigint GENERATED ALWAYS AS IDENTITY, handler text, subject text, number bigint);
CREATE SEQUENCE published_number;
"""


class StoneThrown(outbox.Event):
    pond: int
    number: int

    @property
    def subject(self) -> str:
        return f"pond:{self.pond}"


def write_effect(handler: str, event: StoneThrown) -> None:
    with connection.cursor() as cursor:
        values = [handler, event.subject, event.number]
        cursor.execute("INSERT INTO effect (handler, subject, number) VALUES (%s, %s, %s)", values)


def on_first(event: StoneThrown) -> None:
    write_effect("first", event)


def on_second(event: StoneThrown) -> None:
    write_effect("second", event)


def on_many(events: list[StoneThrown]) -> None:
    for event in events:
        write_effect("many", event)


on_many.handles_many = True  # type: ignore[attr-defined]
TABLE = {StoneThrown: (on_first, on_second, on_many)}


def publish_forever(acknowledgements: int, subjects: int, per_transaction: int) -> None:
    """Publish in transactions, and say so after each commit, as a web request would."""
    with replaced_by(TABLE):
        while True:
            with transaction.atomic(), connection.cursor() as cursor:
                numbers = []
                for _ in range(per_transaction):
                    cursor.execute("SELECT nextval('published_number')")
                    number = cursor.fetchone()[0]
                    outbox.publish(StoneThrown(pond=number % subjects, number=number))
                    numbers.append(number)
            os.write(acknowledgements, "".join(f"{number}\n" for number in numbers).encode())


def work_forever() -> None:
    """Deliver, as the worker does."""
    with replaced_by(TABLE):
        delivery.run(threading.Event())


def account_of(database: psycopg.Connection[Any], acknowledged: list[int]) -> dict[str, Any]:
    """Compare what was acknowledged, what was published and what every handler did."""

    def numbers(sql: str) -> list[int]:
        return [row[0] for row in database.execute(sql).fetchall()]

    published = numbers("SELECT (payload->>'number')::bigint FROM foundation_outboxevent")
    heard = {
        handler: numbers(f"SELECT number FROM effect WHERE handler = '{handler}'")
        for handler in ("first", "second", "many")
    }
    out_of_order = numbers(
        "SELECT count(*) FROM (SELECT number, lag(number) OVER (PARTITION BY handler, subject ORDER BY seq) AS before "
        "FROM effect) AS ordered WHERE before > number"
    )
    return {
        "published": len(published),
        "acknowledged_but_lost": len(set(acknowledged) - set(published)),
        "heard_more_than_once": sum(len(found) - len(set(found)) for found in heard.values()),
        "never_heard": sum(len(set(published) - set(found)) for found in heard.values()),
        "heard_but_never_published": sum(len(set(found) - set(published)) for found in heard.values()),
        "out_of_order": out_of_order[0],
    }
