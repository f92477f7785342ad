"""What opdrachten does at set times."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import jobs
from stoep.opdrachten.commands import remind_opdrachtnemers, send_overzicht


@jobs.periodic(cron="7,37 * * * *", name="opdrachten.remind")
def remind() -> None:
    """Every half hour: reminders that are due. The rule knows working days and office hours."""
    remind_opdrachtnemers()


@jobs.task(name="opdrachten.send_overzicht")
def mail_overzicht(opdrachtnemer_id: str) -> None:
    """Answer a request for a link, out of sight of whoever asked."""
    send_overzicht(UUID(opdrachtnemer_id))
