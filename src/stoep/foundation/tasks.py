"""What the technique does at night: forget what is old, and look whether every file is still whole."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection

from stoep.foundation import clock, jobs, ratelimit, storage
from stoep.foundation.outbox import control

EVENTS_KEPT = timedelta(days=400)


@jobs.periodic(cron="10 2 * * *", name="foundation.forget_old_events")
def forget_old_events() -> None:
    """Events can be replayed for thirteen months: a year, and time to notice."""
    control.prune(clock.now() - EVENTS_KEPT)


@jobs.periodic(cron="20 2 * * *", name="foundation.forget_expired")
def forget_expired() -> None:
    """Counts of tries whose time is over, reasons of jobs that are gone, and security lines past their term."""
    ratelimit.forget_expired()
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM foundation_jobfailure f "
            "WHERE NOT EXISTS (SELECT FROM procrastinate_jobs j WHERE j.id = f.job_id)"
        )
        cursor.execute("SELECT foundation_securityline_remove_expired()")


@jobs.periodic(cron="30 2 * * *", name="foundation.check_files")
def check_files() -> None:
    """Read every stored file; what is damaged shows on the failures page."""
    damaged = storage.check_all().damaged
    if damaged:
        raise storage.FilesDamaged(damaged)
