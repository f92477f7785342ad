"""Who listens to which event: read from the one table, `config/wiring.py`.

Foundation lies below config, so it knows the table only by the name in settings.WIRING.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

from django.conf import settings

from stoep.foundation.outbox.events import Event

Handler = Callable[[Any], None]
Table = Mapping[type[Event], tuple[Handler, ...]]

_replaced: list[Table] = []


def key_of(handler: Handler) -> str:
    """The name under which deliveries to a handler are stored: `stoep.zaken.handlers.on_melding_made`."""
    return f"{handler.__module__}.{handler.__qualname__}"


@cache
def _index() -> tuple[dict[str, list[str]], dict[str, Handler]]:
    table = _table()
    keys = {event.name(): [key_of(handler) for handler in handlers] for event, handlers in table.items()}
    handlers = {key_of(handler): handler for handlers in table.values() for handler in handlers}
    return keys, handlers


def _table() -> Table:
    if _replaced:
        return _replaced[-1]
    listeners: Table = import_module(settings.WIRING).LISTENERS
    return listeners


def handler_keys(event_name: str) -> list[str]:
    """The keys of the handlers that listen to an event, in the order of the table."""
    return _index()[0].get(event_name, [])


def all_handlers() -> dict[str, Handler]:
    """Every handler by its key, in the order of the table."""
    return _index()[1]


def heard_by(key: str) -> list[str]:
    """The names of the events that a handler listens to."""
    return [name for name, keys in _index()[0].items() if key in keys]


@contextmanager
def replaced_by(table: Table) -> Iterator[None]:
    """Let another table stand for the wiring inside the block: for tests and measurements."""
    _replaced.append(table)
    _index.cache_clear()
    try:
        yield
    finally:
        _replaced.remove(table)
        _index.cache_clear()
