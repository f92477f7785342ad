"""The worker: delivers the outbox and does the jobs, in one process, until it is told to stop.

What the wiring names in ALONGSIDE runs beside them, each in a thread of its own, and stops with them.
Several workers may run, on several machines: a handler hears from one at a time, and a job is done by one.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

import psycopg
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from procrastinate import exceptions
from procrastinate.psycopg_connector import PsycopgConnector

from stoep.foundation import jobs
from stoep.foundation.outbox import delivery

log = logging.getLogger(__name__)

DELIVERERS = 2  # so that a slow handler does not hold up the others
JOBS_AT_ONCE = 2
HEARTBEAT = 5.0
DEAD_AFTER = 20.0
LONGEST_GOODBYE = 20.0

RESCUE = """
SELECT procrastinate_retry_job_v2(job.id, now(), NULL, NULL, NULL)
FROM procrastinate_jobs job LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
WHERE job.status = 'doing' AND (worker.id IS NULL OR worker.last_heartbeat < now() - make_interval(secs => %s))
"""


def run_worker(stop: threading.Event) -> None:
    """Work until `stop` is set; then finish what is under way. A database that goes away is waited for."""
    deliverers = [
        threading.Thread(target=delivery.run, args=(stop,), name=f"outbox-{number}") for number in range(DELIVERERS)
    ]
    deliverers += [threading.Thread(target=run, args=(stop,), name=run.__module__) for run in alongside()]
    for thread in deliverers:
        thread.start()
    try:
        asyncio.run(do_jobs(stop))
    finally:
        stop.set()
        for thread in deliverers:
            thread.join(LONGEST_GOODBYE)


def alongside() -> tuple[Callable[[threading.Event], None], ...]:
    """What runs beside the outbox and the jobs, by the one table of the house."""
    found: tuple[Callable[[threading.Event], None], ...] = import_module(settings.WIRING).ALONGSIDE
    return found


async def do_jobs(stop: threading.Event) -> None:
    """Do jobs until `stop` is set, starting anew when the database went away."""
    stopped = asyncio.create_task(asyncio.to_thread(stop.wait))
    pause = 0.2
    while not stop.is_set():
        working = asyncio.create_task(work_and_rescue())
        await asyncio.wait({working, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if not stop.is_set():
            error = working.exception()
            log.warning("jobs: the worker stopped (%s); starting again", type(error).__name__)
            await asyncio.wait({stopped}, timeout=pause)
            pause = min(pause * 2, 5.0)
            continue
        working.cancel()
        with suppress(asyncio.CancelledError, psycopg.Error, exceptions.ConnectorException):
            await working
    await stopped


async def work_and_rescue() -> None:
    """Do jobs, and take up those whose worker died halfway."""
    parameters = connection.get_connection_params()
    wanted = {name: parameters[name] for name in ("dbname", "user", "password", "host", "port") if name in parameters}
    connector = PsycopgConnector(kwargs=wanted, min_size=1, max_size=JOBS_AT_ONCE + 2)
    application = jobs.application().with_connector(connector)
    rescuing = asyncio.create_task(rescue_now_and_then())
    try:
        async with application.open_async():
            await application.run_worker_async(
                concurrency=JOBS_AT_ONCE,
                install_signal_handlers=False,
                delete_jobs="successful",
                update_heartbeat_interval=HEARTBEAT,
                stalled_worker_timeout=DEAD_AFTER,
                shutdown_graceful_timeout=LONGEST_GOODBYE,
            )
    finally:
        rescuing.cancel()


async def rescue_now_and_then() -> None:
    """Look every few seconds for jobs that nobody is doing any more."""
    while True:
        with suppress(DatabaseError):
            await asyncio.to_thread(rescue)
        await give_connection_back()
        await asyncio.sleep(HEARTBEAT)


async def give_connection_back() -> None:
    """Let go of the connection on which periodic work is put away: after the database went away it is dead."""
    await sync_to_async(close_old_connections)()


def rescue() -> int:
    """Put jobs back whose worker was killed. Answers how many."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(RESCUE, [DEAD_AFTER])
            return len(cursor.fetchall())
    finally:
        if not connection.in_atomic_block:
            close_old_connections()
