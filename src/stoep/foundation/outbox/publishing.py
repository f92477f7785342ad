"""Publishing: one row in the caller's transaction."""

from __future__ import annotations

from stoep.foundation.outbox.events import Event


def publish(event: Event) -> None:
    """Store an event in the caller's transaction; its handlers run after commit."""
