"""What is stuck: events that a handler could not handle, and jobs that failed, with why, and what to do about it.

The acts are audited: the security log says who did it, the audittrail of what was skipped says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from stoep.foundation import audit
from stoep.foundation.audit.recording import Who
from stoep.foundation.errors import Invalid, NotFound
from stoep.foundation.outbox import control
from stoep.foundation.outbox.listeners import all_handlers
from stoep.foundation.ref import Ref

DELIVERIES = """
SELECT d.handler, d.event_id, e.name, d.subject, e.occurred_at, d.attempts, d.error, d.next_at, d.parked_at,
       (SELECT count(*) FROM foundation_delivery w
        WHERE w.handler = d.handler AND w.subject = d.subject AND w.event_id > d.event_id)
FROM foundation_delivery d JOIN foundation_outboxevent e ON e.id = d.event_id
WHERE (d.attempts > 0 OR NOT d.handler = ANY(%s)) AND (%s = '' OR (d.handler = %s AND d.event_id = %s))
ORDER BY d.parked_at DESC NULLS LAST, d.event_id
LIMIT %s OFFSET %s
"""

JOBS = """
SELECT j.id, j.task_name, j.status::text, j.attempts, j.scheduled_at, coalesce(f.error, ''), f.at
FROM procrastinate_jobs j LEFT JOIN foundation_jobfailure f ON f.job_id = j.id
WHERE (j.status = 'failed' OR (j.status = 'todo' AND j.attempts > 0)) AND (%s = 0 OR j.id = %s)
ORDER BY j.status DESC, j.id DESC
LIMIT %s OFFSET %s
"""

COUNTS = """
SELECT (SELECT count(*) FROM foundation_delivery WHERE attempts > 0 OR NOT handler = ANY(%s)),
       (SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed' OR (status = 'todo' AND attempts > 0))
"""


class ReasonMissing(Invalid):
    """Something is skipped without a reason."""

    code = "reason-missing"
    message = _("Schrijf op waarom u dit overslaat. Uw collega's lezen het later terug.")
    field = "reden"


@dataclass(frozen=True, slots=True)
class StuckDelivery:
    """An event that a handler could not handle."""

    handler: str
    event_id: int
    name: str
    subject: str
    occurred_at: datetime
    attempts: int
    error: str
    next_at: datetime
    parked_at: datetime | None
    behind: int

    @property
    def ref(self) -> Ref:
        """How the logs name it."""
        return Ref("aflevering", f"{self.event_id}:{self.handler}"[:140])

    @property
    def short_handler(self) -> str:
        """The handler's name without its folders: `meldingen: on_zaak_closed`."""
        parts = self.handler.split(".")
        return f"{parts[1]}: {parts[-1]}" if len(parts) > 2 else self.handler  # noqa: PLR2004

    @property
    def is_orphan(self) -> bool:
        """Whether nobody listens under this name any more."""
        return self.handler not in all_handlers()


@dataclass(frozen=True, slots=True)
class StuckJob:
    """A job that failed, or that will be tried again."""

    job_id: int
    task_name: str
    status: str
    attempts: int
    next_at: datetime | None
    error: str
    failed_at: datetime | None

    @property
    def ref(self) -> Ref:
        """How the logs name it."""
        return Ref("taak", str(self.job_id))

    @property
    def has_failed(self) -> bool:
        """Whether it will not be tried again by itself."""
        return self.status == "failed"


def count_stuck() -> tuple[int, int]:
    """How many deliveries and how many jobs are stuck."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, [list(all_handlers())])
        deliveries, jobs = cursor.fetchone()
    return deliveries, jobs


def stuck_deliveries(*, size: int = 25, start: int = 0) -> list[StuckDelivery]:
    """Deliveries that fail, those that were parked first."""
    with connection.cursor() as cursor:
        cursor.execute(DELIVERIES, [list(all_handlers()), "", "", 0, size, start])
        return [StuckDelivery(*row) for row in cursor.fetchall()]


def stuck_delivery(handler: str, event_id: int) -> StuckDelivery:
    """One of them. Raises NotFound: it may have been delivered in the meantime."""
    with connection.cursor() as cursor:
        cursor.execute(DELIVERIES, [list(all_handlers()), handler, handler, event_id, 1, 0])
        row = cursor.fetchone()
    if row is None:
        raise NotFound
    return StuckDelivery(*row)


def stuck_jobs(*, size: int = 25, start: int = 0) -> list[StuckJob]:
    """Jobs that failed, and those that will be tried again."""
    with connection.cursor() as cursor:
        cursor.execute(JOBS, [0, 0, size, start])
        return [StuckJob(*row) for row in cursor.fetchall()]


def stuck_job(job_id: int) -> StuckJob:
    """One of them. Raises NotFound: it may have been done in the meantime."""
    with connection.cursor() as cursor:
        cursor.execute(JOBS, [job_id, job_id, 1, 0])
        row = cursor.fetchone()
    if row is None:
        raise NotFound
    return StuckJob(*row)


@transaction.atomic
def retry_delivery(handler: str, event_id: int, *, actor: Who) -> None:
    """Have an event delivered now."""
    delivery = stuck_delivery(handler, event_id)
    control.retry(handler, event_id)
    audit.record(actor, "beheer.retry", subject=delivery.ref, naam=delivery.name)


@transaction.atomic
def skip_delivery(handler: str, event_id: int, *, reden: str, actor: Who) -> None:
    """Never deliver this event to this handler; what waits behind it goes on."""
    delivery = stuck_delivery(handler, event_id)
    require_reason(reden)
    control.skip(handler, event_id)
    audit.record(actor, "beheer.skip", subject=delivery.ref, naam=delivery.name)
    old = {"fout": delivery.error, "pogingen": delivery.attempts}
    audit.record_change(actor, "beheer.skip", subject=delivery.ref, old=old, new={"reden": reden})


@transaction.atomic
def retry_job(job_id: int, *, actor: Who) -> None:
    """Have a job done now."""
    job = stuck_job(job_id)
    execute_on_job("UPDATE procrastinate_jobs SET status = 'todo', scheduled_at = NULL WHERE id = %s", job)
    audit.record(actor, "beheer.retry", subject=job.ref, naam=job.task_name)


@transaction.atomic
def skip_job(job_id: int, *, reden: str, actor: Who) -> None:
    """Never do this job."""
    job = stuck_job(job_id)
    require_reason(reden)
    execute_on_job("UPDATE procrastinate_jobs SET status = 'cancelled' WHERE id = %s", job)
    audit.record(actor, "beheer.skip", subject=job.ref, naam=job.task_name)
    old = {"fout": job.error, "pogingen": job.attempts}
    audit.record_change(actor, "beheer.skip", subject=job.ref, old=old, new={"reden": reden})


def require_reason(reden: str) -> None:
    """Refuse an act without a reason."""
    if not reden.strip():
        raise ReasonMissing


def execute_on_job(sql: str, job: StuckJob) -> None:
    """Run one statement about a job."""
    with connection.cursor() as cursor:
        cursor.execute(sql, [job.job_id])
