"""What time it is: the one source, so that history can be built at its own moments.

Rules never read the clock; commands do, through here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_fixed: ContextVar[datetime | None] = ContextVar("fixed_moment", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _fixed.get() or datetime.now(UTC)


def today() -> date:
    """The calendar day in the Netherlands."""
    return now().astimezone(AMSTERDAM).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let `now` answer `moment` inside the block: for building history, and for tests."""
    token = _fixed.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.reset(token)
