"""What toegang does at night."""

from __future__ import annotations

from stoep.foundation import jobs
from stoep.toegang.commands import forget_old_sign_ins


@jobs.periodic(cron="40 2 * * *", name="toegang.forget_old_sign_ins")
def forget_at_night() -> None:
    """Counts of failures and sessions that are over are removed."""
    forget_old_sign_ins()
