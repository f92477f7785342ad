"""Jobs: put away in the caller's transaction, done later, tried again with growing pauses."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from django.db import OperationalError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import ConnectorException

from stoep.foundation import clock, jobs
from stoep.foundation.errors import Rejected, Unavailable
from stoep.foundation.models import JobFailure
from stoep.foundation.testing import run_jobs

pytestmark = pytest.mark.django_db

DONE: list[str] = []


@jobs.task(name="test.paint")
def paint(colour: str) -> None:
    DONE.append(colour)


@jobs.task(name="test.call_outside")
def call_outside(kind: str) -> None:
    raise {"unavailable": Unavailable, "rejected": Rejected}[kind](f"{kind} voor jan@example.nl")


@jobs.task(name="test.hurry", priority=10)
def hurry() -> None:
    DONE.append("hurry")


@jobs.periodic(cron="0 3 * * *", name="test.nightly")
def nightly() -> None:
    DONE.append("night")


@pytest.fixture(autouse=True)
def _nothing_done():
    DONE.clear()


def test_a_job_runs_after_it_was_put_away():
    key = uuid4()
    jobs.defer(paint, colour=key)

    assert DONE == []
    assert run_jobs() == 1
    assert [str(key)] == DONE
    assert run_jobs() == 0


def test_a_job_of_a_transaction_that_fails_is_never_done():
    def paint_and_fail() -> None:
        with transaction.atomic():
            jobs.defer(paint, colour="blauw")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        paint_and_fail()

    assert run_jobs() == 0
    assert DONE == []


def test_a_job_for_later_waits_for_its_moment():
    jobs.defer_at(paint, clock.now() + timedelta(hours=2), colour="geel")

    assert run_jobs() == 0
    with clock.at(clock.now() + timedelta(hours=3)):
        assert run_jobs() == 1


def test_what_is_unavailable_is_tried_again_and_its_reason_is_kept():
    jobs.defer(call_outside, kind="unavailable")

    run_jobs()

    assert ProcrastinateJob.objects.get().status == "todo"
    assert ProcrastinateJob.objects.get().scheduled_at > clock.now()
    assert "Unavailable" in JobFailure.objects.get().error
    assert "example.nl" not in JobFailure.objects.get().error


def test_what_is_rejected_is_not_tried_again():
    jobs.defer(call_outside, kind="rejected")

    run_jobs()

    assert ProcrastinateJob.objects.get().status == "failed"


def test_what_has_priority_goes_before_what_waited_longer():
    jobs.defer(paint, colour="rood")
    jobs.defer(hurry)

    run_jobs()

    assert DONE == ["hurry", "rood"]


def test_a_task_can_be_called_by_hand():
    nightly()

    assert DONE == ["night"]


def test_a_database_that_goes_away_while_a_job_is_put_away_is_told_as_such(monkeypatch):
    def gone(self, **_):
        raise ConnectorException from psycopg.OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr("procrastinate.jobs.JobDeferrer.defer", gone)

    with pytest.raises(OperationalError):
        jobs.defer(paint, colour="rood")
