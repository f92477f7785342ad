"""What an event is: ids and codes, never content."""

from __future__ import annotations

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened. Subclasses add ids and codes and answer `subject`.

    `subject` ("zaak:<uuid>") is what the event is about: events with one subject are delivered in order.
    """

    @property
    def subject(self) -> str:
        """What this event is about, as a Ref in text."""
        raise NotImplementedError

    @classmethod
    def name(cls) -> str:
        """The stable name under which the event is stored: the class name."""
        return cls.__name__
