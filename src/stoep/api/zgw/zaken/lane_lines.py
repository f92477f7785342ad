"""A few lines to the database on the event loop, for the lane: libpq itself, by psycopg's `pq`, without a thread.

One query at a time over each line, always a prepared one. Twice as cheap as psycopg's own asynchronous cursor and as
cheap as asyncpg, which would be one more driver (docs/adr/0014).
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from psycopg import pq

WAIT_FOR_LINE = 5.0
MOST_WAITING = 200
# Everything it asks is found by an index: a plan that is made before the values are known must not think otherwise.
SETTINGS = b"""
SET application_name = 'stoep lane'; SET timezone = 'UTC'; SET datestyle = 'ISO'; SET statement_timeout = '15s';
SET synchronous_commit = off; SET jit = off; SET plan_cache_mode = force_generic_plan;
SET enable_hashjoin = off; SET enable_mergejoin = off; SET max_parallel_workers_per_gather = 0
"""


class LineBroken(Exception):
    """The database cannot be asked now, or refused the question; somebody else answers."""


class Line:
    """One connection that belongs to an event loop."""

    def __init__(self, connection: pq.abc.PGconn, loop: asyncio.AbstractEventLoop) -> None:
        self.connection = connection
        self.loop = loop
        self.prepared: set[bytes] = set()
        self.answer: asyncio.Future[pq.abc.PGresult] | None = None
        self.last: pq.abc.PGresult | None = None
        self.broken = False
        loop.add_reader(connection.socket, self.readable)

    def readable(self) -> None:
        """Take in what came; the end of an answer wakes whoever asked."""
        connection = self.connection
        try:
            connection.consume_input()
            while not connection.is_busy():
                result = connection.get_result()
                if result is None:
                    answer, self.answer = self.answer, None
                    if answer is not None and not answer.done() and self.last is not None:
                        answer.set_result(self.last)
                    return
                self.last = result
        except Exception as error:  # noqa: BLE001 whatever it is, this line is of no more use
            self.close(error)

    def close(self, error: Exception | None = None) -> None:
        """Let go of the connection."""
        if self.broken:
            return
        self.broken = True
        self.loop.remove_reader(self.connection.socket)
        self.loop.remove_writer(self.connection.socket)
        self.connection.finish()
        answer, self.answer = self.answer, None
        if answer is not None and not answer.done():
            answer.set_exception(LineBroken(str(error)))

    def writable(self) -> None:
        """Send the rest of a long question."""
        try:
            if not self.connection.flush():
                self.loop.remove_writer(self.connection.socket)
        except Exception as error:  # noqa: BLE001 as above
            self.close(error)

    async def ask(self, name: bytes, statement: bytes, values: Sequence[bytes | None]) -> pq.abc.PGresult:
        """Run a statement, prepared at its first use. Raises LineBroken."""
        if name not in self.prepared:
            await self.done(partial(self.connection.send_prepare, name, statement))
            self.prepared.add(name)
        return await self.done(partial(self.connection.send_query_prepared, name, values))

    async def done(self, send: Callable[[], None]) -> pq.abc.PGresult:
        """Send, and wait for the answer. Whoever stops waiting takes the line with them: its answer is still to come."""
        answer = self.answer = self.loop.create_future()
        self.last = None
        try:
            send()
            if self.connection.flush():
                self.loop.add_writer(self.connection.socket, self.writable)
            result: pq.abc.PGresult = await answer
        except BaseException as error:
            self.close()
            if isinstance(error, Exception):
                raise LineBroken(str(error)) from error
            raise
        if result.status not in (pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK):
            raise LineBroken(result.error_message.decode(errors="replace"))
        return result


class Lines:
    """The lines of one process: made when needed, at most `most`."""

    def __init__(self, address: bytes, most: int = 4) -> None:
        self.address, self.most = address, most
        self.idle: list[Line] = []
        self.made = 0
        self.waiting: deque[asyncio.Future[None]] = deque()

    async def ask(self, name: bytes, statement: bytes, values: Sequence[bytes | None]) -> pq.abc.PGresult:
        """Run a statement over a free line. Raises LineBroken."""
        line = await self.take()
        try:
            return await line.ask(name, statement, values)
        finally:
            self.give(line)

    async def take(self) -> Line:
        """A free line; waits a while when all are in use."""
        while True:
            while self.idle:
                line = self.idle.pop()
                if not line.broken:
                    return line
                self.made -= 1
            if self.made < self.most:
                return await self.make()
            if len(self.waiting) >= MOST_WAITING:
                raise LineBroken("too many wait")
            turn = asyncio.get_running_loop().create_future()
            self.waiting.append(turn)
            try:
                async with asyncio.timeout(WAIT_FOR_LINE):
                    await turn
            except TimeoutError:
                raise LineBroken("no line is free") from None

    def give(self, line: Line) -> None:
        """Put a line back, or forget it when it broke; whoever waits longest goes on."""
        if line.broken:
            self.made -= 1
        else:
            self.idle.append(line)
        while self.waiting:
            turn = self.waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return

    def close(self) -> None:
        """Let go of the lines that nobody uses."""
        for line in self.idle:
            line.close()
        self.made -= len(self.idle)
        self.idle.clear()

    async def make(self) -> Line:
        """A new connection; connecting itself is done by a thread, for it may wait."""
        self.made += 1
        try:
            connection = await asyncio.to_thread(connect, self.address)
        except BaseException as error:
            self.made -= 1
            if isinstance(error, Exception):
                raise LineBroken(str(error)) from error
            raise
        return Line(connection, asyncio.get_running_loop())


def connect(address: bytes) -> pq.abc.PGconn:
    """Connect and make the settings of a line."""
    connection = pq.PGconn.connect(address)
    if connection.status != pq.ConnStatus.OK:
        raise LineBroken("no connection")
    result = connection.exec_(SETTINGS)
    if result.status != pq.ExecStatus.COMMAND_OK:
        raise LineBroken("settings refused")
    connection.nonblocking = 1
    return connection
