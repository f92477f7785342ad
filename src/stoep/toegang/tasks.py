"""What toegang does at night."""

from __future__ import annotations

from stoep.foundation import jobs
from stoep.toegang.commands import forget_old_sign_ins, forget_old_verwerkingen


@jobs.periodic(cron="40 2 * * *", name="toegang.forget_old_sign_ins")
def forget_at_night() -> None:
    """Counts of failures, sessions that are over and old lines of the log of processing are removed."""
    forget_old_sign_ins()
    forget_old_verwerkingen()
