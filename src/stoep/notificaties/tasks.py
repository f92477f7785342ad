"""What notificaties does by the clock."""

from __future__ import annotations

from stoep.foundation import jobs
from stoep.notificaties import commands


@jobs.periodic(cron="*/20 * * * *", name="notificaties.tidy")
def tidy() -> None:
    """Park what is overdue and forget what was delivered."""
    commands.tidy()
