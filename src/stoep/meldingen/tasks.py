"""What meldingen does at set times."""

from __future__ import annotations

from stoep.foundation import jobs
from stoep.meldingen.commands import expire_answers, expire_concepten


@jobs.periodic(cron="17 * * * *", name="meldingen.expire_concepten")
def forget_old_concepten() -> None:
    """Every hour: forget drafts that nobody sent within a day."""
    expire_concepten()


@jobs.periodic(cron="7 * * * *", name="meldingen.expire_answers")
def go_on_without_answers() -> None:
    """Every hour: go on with reports whose reporter did not answer in time."""
    expire_answers()
