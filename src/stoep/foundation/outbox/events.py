"""What an event is: ids and codes, never content."""

from __future__ import annotations

from typing import Any

import msgspec

_by_name: dict[str, type[Event]] = {}


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened. Subclasses add ids and codes and answer `subject`.

    `subject` ("zaak:<uuid>") is what the event is about: events with one subject are delivered in order.
    """

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        _by_name[cls.__name__] = cls

    @property
    def subject(self) -> str:
        """What this event is about, as a Ref in text."""
        raise NotImplementedError

    @classmethod
    def name(cls) -> str:
        """The stable name under which the event is stored: the class name."""
        return cls.__name__


class EventUnknown(Exception):
    """The table holds an event that this version of Stoep has no class for."""


def event_class(name: str) -> type[Event]:
    """The class of a stored event. Raises EventUnknown."""
    try:
        return _by_name[name]
    except KeyError:
        raise EventUnknown(name) from None


def read_event(name: str, payload: str | bytes) -> Event:
    """Turn a stored row back into the event. Raises EventUnknown or msgspec.ValidationError."""
    return msgspec.json.decode(payload, type=event_class(name))
