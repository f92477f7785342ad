"""What happened to messages: ids and codes, never content."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.outbox import Event


class BerichtSent(Event, frozen=True, kw_only=True):
    """A mail server accepted a message."""

    bericht_id: UUID
    soort: str
    betreft: str

    @property
    def subject(self) -> str:
        """What the message is about."""
        return self.betreft


class BerichtFailed(Event, frozen=True, kw_only=True):
    """A message will not go out by itself any more."""

    bericht_id: UUID
    soort: str
    betreft: str

    @property
    def subject(self) -> str:
        """What the message is about."""
        return self.betreft
