"""What the worker does for berichten."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import jobs

FIRST = 10  # somebody waits for a mail; nobody for a photo that is looked at, or for a summary


@jobs.task(name="berichten.send_one", queue="berichten", priority=FIRST)
def send_one(bericht_id: str) -> None:
    """Send one message."""
    from stoep.berichten.commands.deliver_bericht import deliver_bericht

    deliver_bericht(UUID(bericht_id))
