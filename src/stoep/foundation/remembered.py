"""Remembering what seldom changes, in every process, without ever being wrong.

The database counts: a trigger (`watch`, in a migration) gives a table a new version with every change of its
rows. What was built from tables is kept in memory with their versions, and built anew when one differs. Reading
all versions is one small query; inside `one_moment` (a page that is read, an act) it is asked once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.db import connection, migrations

P = ParamSpec("P")
T = TypeVar("T")
Versions = Mapping[str, UUID]

MOST_REMEMBERED = 500

_moment: ContextVar[list[Versions] | None] = ContextVar("moment", default=None)


def remembered(*tables: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a function be called again only when one of these tables changed since. Nobody may change its answer.

    A change by the transaction itself counts too. Each combination of arguments is remembered by itself.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        known: dict[Any, tuple[tuple[UUID, ...], T]] = {}

        @wraps(function)
        def remember(*args: P.args, **kwargs: P.kwargs) -> T:
            versions = versions_now()
            wanted = tuple(versions[table] for table in tables)
            key = (args, tuple(sorted(kwargs.items()))) if kwargs else args
            found = known.get(key)
            if found is not None and found[0] == wanted:
                return found[1]
            answer = function(*args, **kwargs)
            if len(known) >= MOST_REMEMBERED:
                known.clear()
            known[key] = (wanted, answer)
            return answer

        return remember

    return decorate


@contextmanager
def one_moment() -> Iterator[None]:
    """Look once which version each table has; inside the block, and blocks inside it, that stays so."""
    outer = _moment.get()
    token = _moment.set([] if outer is None else outer)
    try:
        yield
    finally:
        _moment.reset(token)


def versions_now() -> Versions:
    """The version of each watched table."""
    seen = _moment.get()
    if seen:
        return seen[0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, version FROM foundation_tableversion")
        versions = dict(cursor.fetchall())
    if seen is not None:
        seen.append(versions)
    return versions


def watch(*tables: str) -> list[migrations.RunSQL]:
    """The operations of a migration after which the database gives these tables versions."""
    return [
        migrations.RunSQL(  # names of our own tables, from our own migrations
            f"INSERT INTO foundation_tableversion (name, version) VALUES ('{table}', gen_random_uuid());"  # noqa: S608
            f"CREATE TRIGGER foundation_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION foundation_new_version()",
            f"DROP TRIGGER foundation_version ON {table};DELETE FROM foundation_tableversion WHERE name = '{table}'",  # noqa: S608
        )
        for table in tables
    ]
