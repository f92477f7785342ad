"""The worker: it delivers and does jobs, survives a database that goes away, and takes up what a dead one left."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import psycopg
import pytest
from asgiref.sync import sync_to_async
from django.db import OperationalError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from stoep.foundation import jobs, outbox, worker
from stoep.foundation.testing import listening

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.faults]

DONE = threading.Semaphore(0)
PATIENCE = 60


class BellRang(outbox.Event):
    number: int

    @property
    def subject(self) -> str:
        return "bell:1"


def on_bell_rang(event: BellRang) -> None:
    jobs.defer(answer_bell)


@jobs.task(name="test.answer_bell")
def answer_bell() -> None:
    DONE.release()


def ring() -> None:
    with transaction.atomic():
        outbox.publish(BellRang(number=1))


def while_working(act: Callable[[], None]) -> None:
    stop = threading.Event()
    failed: list[BaseException] = []

    def go() -> None:
        try:
            act()
        except BaseException as error:  # noqa: BLE001 told by the test itself
            failed.append(error)
        finally:
            connection.close()
            stop.set()

    acting = threading.Thread(target=go)
    with listening({BellRang: (on_bell_rang,)}):
        acting.start()
        worker.run_worker(stop)
    acting.join()
    assert failed == []


def test_an_event_becomes_a_job_and_the_job_is_done():
    def act() -> None:
        ring()
        assert DONE.acquire(timeout=PATIENCE)

    while_working(act)

    assert not ProcrastinateJob.objects.filter(task_name="test.answer_bell").exists()


def test_the_worker_goes_on_when_the_database_dropped_every_connection(database_url):
    def act() -> None:
        ring()
        assert DONE.acquire(timeout=PATIENCE)
        connection.close()
        with psycopg.connect(database_url, autocommit=True) as administrator:
            administrator.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        ring()
        assert DONE.acquire(timeout=PATIENCE)

    while_working(act)


def test_a_job_whose_worker_was_killed_is_put_back_and_others_are_left_alone():
    dead, alive, waiting = (jobs.defer(answer_bell) for _ in range(3))
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id")
        lively = cursor.fetchone()[0]
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 minute') RETURNING id"
        )
        buried = cursor.fetchone()[0]
        for job_id, worker_id in ((dead, buried), (alive, lively)):
            cursor.execute(
                "UPDATE procrastinate_jobs SET status='doing', worker_id=%s WHERE id=%s", [worker_id, job_id]
            )

    assert worker.rescue() == 1

    status = dict(ProcrastinateJob.objects.values_list("id", "status"))
    assert status == {dead: "todo", alive: "doing", waiting: "todo"}


def test_periodic_work_is_put_away_again_after_the_database_went_away():
    def broken():
        connection.close()  # this thread may hold one of a test before
        connection.close_pool()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        connection.connection.close()
        with pytest.raises(OperationalError), connection.cursor() as cursor:
            cursor.execute("SELECT 1")

    def answer():
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchone()

    async def go_on():
        await sync_to_async(broken)()
        await worker.give_connection_back()
        found = await sync_to_async(answer)()
        await worker.give_connection_back()
        return found

    assert asyncio.run(go_on()) == (1,)
