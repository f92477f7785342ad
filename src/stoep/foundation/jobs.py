"""Work for later: put away in the caller's transaction, done by the worker, tried again with growing pauses.

A job is for what takes time or reaches outside (mail, a letter, another system). It may run twice: what it
does must be safe to repeat. An adapter's `Unavailable` is tried again; its `Rejected` and a refusal are not.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

import msgspec
import psycopg
from django.db import OperationalError, connection, transaction
from procrastinate import App, BaseRetryStrategy, RetryDecision, exceptions
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job
from procrastinate.manager import JobManager
from procrastinate.tasks import Task, configure_task

from stoep.foundation import clock, failures
from stoep.foundation.errors import DomainError, Rejected, Unavailable
from stoep.foundation.models import JobFailure

PAUSES = [timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1800, 3600, 3 * 3600, 6 * 3600)]
EXPECTED = (Unavailable, Rejected, DomainError)


class GrowingPauses(BaseRetryStrategy):
    """Tries again after growing pauses; never what was rejected or refused."""

    def __init__(self, times: int = len(PAUSES)) -> None:
        self.times = times

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When to try again; None is: not any more."""
        if isinstance(exception, Rejected | DomainError) or job.attempts >= self.times:
            return None
        pause = PAUSES[min(job.attempts, len(PAUSES) - 1)]
        return RetryDecision(retry_in={"seconds": int(pause.total_seconds())})


def remember_failure(call_next: Callable[[], Any], context: JobContext, worker: object) -> Any:  # noqa: ARG001
    """Keep why a job failed, after its own transaction was rolled back."""
    try:
        return call_next()
    except Exception as error:
        if context.job.id is not None:
            write_failure(context.job.id, error)
        raise


def write_failure(job_id: int, error: Exception) -> None:
    """Store the reason beside the job, for the failures page."""
    values = {"at": clock.now(), "error": failures.describe(error)}
    JobFailure.objects.update_or_create(job_id=job_id, defaults=values)


def task(
    *, name: str, retry: int = len(PAUSES), queue: str = "default", priority: int = 0
) -> Callable[[Callable[..., None]], Task[..., Any, ...]]:
    """Make a function a job; `name` is stable ("berichten.send"), `retry` is how often it is tried again.

    A higher `priority` goes before whatever waited longer.
    """

    def decorate(function: Callable[..., None]) -> Task[..., Any, ...]:
        made: Task[..., Any, ...] = app.task(
            name=name, retry=GrowingPauses(retry), queue=queue, priority=priority, task_middleware=[remember_failure]
        )(function)
        return made

    return decorate


def periodic(*, cron: str, name: str = "") -> Callable[[Callable[[], None]], Task[..., Any, ...]]:
    """Make a function run at set times, once however many workers there are. Times are in UTC."""

    def decorate(function: Callable[[], None]) -> Task[..., Any, ...]:
        key = name or f"{function.__module__}.{function.__qualname__}"

        @wraps(function)
        def at_moment(timestamp: int = 0) -> None:  # noqa: ARG001 procrastinate gives the moment
            function()

        made: Task[..., Any, ...] = app.task(name=key, lock=key, queueing_lock=key, task_middleware=[remember_failure])(
            at_moment
        )
        app.periodic(cron=cron, periodic_id="stoep")(made)
        return made

    return decorate


def defer(task: Task[..., Any, ...], **kwargs: Any) -> int:
    """Have a job done after this transaction commits. Arguments are stored as JSON: ids, texts and numbers."""
    return _put_away(task, None, kwargs)


def defer_at(task: Task[..., Any, ...], moment: datetime, **kwargs: Any) -> int:
    """Have a job done at a later moment."""
    return _put_away(task, moment, kwargs)


def _put_away(task: Task[..., Any, ...], moment: datetime | None, kwargs: dict[str, Any]) -> int:
    # Always on Django's own connection: that is the caller's transaction, in the worker too.
    deferrer = configure_task(
        name=task.name,
        job_manager=JobManager(connector=DjangoConnector()),
        queue=task.queue,
        lock=task.lock,
        queueing_lock=task.queueing_lock,
        priority=task.priority,
        schedule_at=moment,
    )
    try:
        return deferrer.defer(**msgspec.to_builtins(kwargs, str_keys=True))
    except exceptions.ConnectorException as error:
        if isinstance(error.__cause__, psycopg.OperationalError | psycopg.InterfaceError):
            raise OperationalError(*error.__cause__.args) from error  # the database is away: everybody knows this one
        raise


def application() -> App:
    """The job system itself, for the worker."""
    return app


def run_waiting() -> int:
    """Run each job that is due, here and now, as the worker would. Unexpected errors are raised."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, task_name, args, attempts FROM procrastinate_jobs "
            "WHERE status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= %s) ORDER BY priority DESC, id",
            [clock.now()],
        )
        waiting = cursor.fetchall()
    for job_id, task_name, args, attempts in waiting:
        run_one(job_id, task_name, msgspec.json.decode(args), attempts)
    return len(waiting)


def run_one(job_id: int, task_name: str, args: dict[str, Any], attempts: int) -> None:
    """Run one job and write down how it ended."""
    try:
        task = app.tasks[task_name]
    except KeyError:
        raise exceptions.TaskNotFound(task_name) from None
    status, next_at = "succeeded", None
    try:
        with transaction.atomic():
            task.func(**args)
    except Exception as error:
        job = Job(id=job_id, queue=task.queue, lock=None, queueing_lock=None, task_name=task_name, attempts=attempts)
        retry = task.get_retry_exception(exception=error, job=job)
        write_failure(job_id, error)
        status, next_at = ("todo", retry.retry_decision.retry_at) if retry else ("failed", None)
        if not isinstance(error, EXPECTED):
            raise
    finally:
        _finish(job_id, status, next_at)


def _finish(job_id: int, status: str, next_at: datetime | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = %s::procrastinate_job_status, scheduled_at = %s, "
            "attempts = attempts + 1 WHERE id = %s",
            [status, next_at, job_id],
        )
