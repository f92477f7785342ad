"""Sending the rows that handlers write together, in few trips to the database instead of one for each row.

Handlers are plain functions that write one row at a time. While a batch is tried, an INSERT that answers nothing waits in
memory until something else is asked of the database, or the batch is done; then all that wait go at once, in their
order. So a handler sees what it wrote, and a wrong row stops the batch; then the batch is rolled back and done
again one by one, without waiting rows, so that the error is raised where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection

MOST_WAITING = 200
waiting_by_connection: dict[int, list[str]] = {}


class TogetherCursor(psycopg.ClientCursor[Any]):
    """A cursor as Django uses, that lets INSERTs wait."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        """Let an INSERT without answer wait; send what waits before anything else."""
        waiting = waiting_by_connection[id(self.connection)]
        if isinstance(query, str) and answers_nothing(query):
            waiting.append(self.mogrify(query, params) if params is not None else query)
            if len(waiting) >= MOST_WAITING:
                self.send(waiting)
            return self
        if waiting:
            self.send(waiting)
        return super().execute(query, params, **options)

    def executemany(self, query: Any, params_seq: Any, **options: Any) -> Any:
        """Let INSERTs wait, each with its values."""
        for params in params_seq:
            self.execute(query, params, **options)

    def send(self, waiting: list[str]) -> None:
        """Send what waits in one trip."""
        statements = ";".join(waiting)
        waiting.clear()
        super().execute(statements)


def answers_nothing(query: str) -> bool:
    """Tell whether a statement adds rows and gives nothing back."""
    start = query.lstrip()[:12].upper()
    return start.startswith("INSERT INTO ") and "RETURNING" not in query.upper()


@contextmanager
def sent_together() -> Iterator[None]:
    """Let INSERTs of this connection wait inside the block; at its end they are all sent."""
    real = connection.connection
    before = real.cursor_factory
    waiting: list[str] = []
    waiting_by_connection[id(real)] = waiting
    real.cursor_factory = TogetherCursor
    try:
        yield
        if waiting:
            real.cursor().send(waiting)
    finally:
        real.cursor_factory = before
        del waiting_by_connection[id(real)]
