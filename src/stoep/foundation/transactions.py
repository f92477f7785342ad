"""One act is one transaction, however many commands it is made of.

`whole` is `transaction.atomic` for commands that call each other. The outermost one is the transaction, or a
savepoint inside one that somebody else began. A `whole` directly inside another needs no savepoint: when it
refuses, the outer one cannot go on, so all of it is rolled back. Whoever means to go on after a refusal says so with a
`transaction.atomic` of its own around the inner command; that does make a savepoint.

What is only read after the commit (events, lines of the security log) is gathered and written in one statement
each at the end of the outermost `whole`, in the order in which it was told.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Sequence
from functools import wraps
from types import TracebackType
from typing import Any, ParamSpec, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.transaction import Atomic

P = ParamSpec("P")
T = TypeVar("T")
Writer = Callable[[Sequence[Any]], None]


def whole(command: Callable[P, T]) -> Callable[P, T]:
    """Make a command all or nothing, together with the command that calls it."""

    @wraps(command)
    def inside(*args: P.args, **kwargs: P.kwargs) -> T:
        with Whole():
            return command(*args, **kwargs)

    return inside


class Whole(Atomic):
    """The block of `whole`; make a new one each time."""

    def __init__(self) -> None:
        blocks = connection.atomic_blocks
        self.outermost = not any(isinstance(block, Whole) for block in blocks)
        self.held: dict[Hashable, Any] = {}
        super().__init__(DEFAULT_DB_ALIAS, savepoint=not (blocks and isinstance(blocks[-1], Whole)), durable=False)

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self.outermost and exc_type is None and not connection.needs_rollback:
            try:
                write_gathered()
            except BaseException:
                super().__exit__(*sys.exc_info())
                raise
        super().__exit__(exc_type, exc, traceback)


class Gathered:
    """Something to write at the end.

    It waits among the functions for after the commit: those are forgotten when the savepoint in which they were
    told is rolled back.
    """

    __slots__ = ("value", "writer")

    def __init__(self, writer: Writer, value: Any) -> None:
        self.writer, self.value = writer, value

    def __call__(self) -> None:
        """Nothing is left to do after the commit."""


def write_once(writer: Writer, value: Any) -> None:
    """Write a value at the end of the outermost `whole`, together with others of its writer; outside of any, now."""
    if any(isinstance(block, Whole) for block in connection.atomic_blocks):
        connection.on_commit(Gathered(writer, value))
    else:
        writer([value])


def write_gathered() -> None:
    """Write what was gathered, each writer once, until nothing is left."""
    while gathered := [entry[1] for entry in connection.run_on_commit if isinstance(entry[1], Gathered)]:
        connection.run_on_commit = [entry for entry in connection.run_on_commit if not isinstance(entry[1], Gathered)]
        by_writer: dict[Writer, list[Any]] = {}
        for each in gathered:
            by_writer.setdefault(each.writer, []).append(each.value)
        for writer, values in by_writer.items():
            writer(values)


def hold(key: Hashable, row: T) -> T:
    """Remember a row that this transaction made or locked, for the commands inside this `whole`."""
    if root := _root():
        root.held[key] = row
    return row


def held(key: Hashable) -> Any:
    """The row as the commands before left it, when this `whole` holds it; None when it must be read.

    Inside somebody's own savepoint we do not know that: there it is read, and it is held no longer.
    """
    root = _root()
    if root is not None:
        return root.held.get(key)
    for block in connection.atomic_blocks:
        if isinstance(block, Whole):
            block.held.pop(key, None)
    return None


def _root() -> Whole | None:
    """The outermost `whole` around us, when nothing but `whole` lies between."""
    blocks = connection.atomic_blocks
    first = next((place for place, block in enumerate(blocks) if isinstance(block, Whole)), len(blocks))
    if first == len(blocks) or not all(isinstance(block, Whole) for block in blocks[first:]):
        return None
    return cast("Whole", blocks[first])
