"""What the worker does for berichten."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import jobs


@jobs.task(name="berichten.send_one", queue="berichten")
def send_one(bericht_id: str) -> None:
    """Send one message."""
    from stoep.berichten.commands.deliver_bericht import deliver_bericht

    deliver_bericht(UUID(bericht_id))
