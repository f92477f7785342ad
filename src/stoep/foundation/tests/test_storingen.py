"""The page of what is stuck: with why, and what a person can do about it."""

from __future__ import annotations

from importlib import import_module
from uuid import UUID, uuid4

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from stoep.foundation import jobs, outbox
from stoep.foundation.errors import Rejected
from stoep.foundation.models import Change, Delivery, SecurityLine
from stoep.foundation.outbox import delivery
from stoep.foundation.outbox.listeners import key_of
from stoep.foundation.testing import listening, no_listeners, run_jobs

pytestmark = pytest.mark.django_db
people = import_module("stoep.toegang.testing")
LIST, JOBS = "/werkplek/beheer/storingen/", "/werkplek/beheer/storingen/taken/"


class LampBroke(outbox.Event):
    lamp_id: UUID

    @property
    def subject(self) -> str:
        return f"lamp:{self.lamp_id}"


def on_lamp_broke(event: LampBroke) -> None:
    raise ValueError("geen stroom")


@jobs.task(name="test.light_up")
def light_up() -> None:
    raise Rejected("geen lamp")


@pytest.fixture(autouse=True)
def _listening():
    with listening({LampBroke: (on_lamp_broke,)}):
        yield


@pytest.fixture
def desk(client):
    people.sign_in_client(client, people.make_account("beheer.read", username="anouk", name="Anouk de Wit"))
    return client


def break_lamps(number: int = 1) -> list[Delivery]:
    lamp = uuid4()
    for _ in range(number):
        outbox.publish(LampBroke(lamp_id=uuid4()))
    outbox.publish(LampBroke(lamp_id=lamp))
    outbox.publish(LampBroke(lamp_id=lamp))
    delivery.deliver_once()
    return list(Delivery.objects.filter(attempts=1).order_by("event_id"))


def page_of(row: Delivery) -> str:
    return f"{LIST}gebeurtenissen/{row.event_id}/{row.handler}/"


def fail_a_job() -> ProcrastinateJob:
    jobs.defer(light_up)
    run_jobs()
    return ProcrastinateJob.objects.get(status="failed")


def test_what_failed_is_listed_with_its_reason_and_what_waits_behind_it(desk):
    break_lamps()

    page = desk.get(LIST).content.decode()
    assert "LampBroke" in page
    assert "geen stroom" in page
    assert ">1</td>" in page


def test_a_delivery_is_tried_again_and_that_is_logged(desk):
    row = break_lamps()[0]
    Delivery.objects.filter(event_id=row.event_id).update(parked_at=row.next_at, attempts=8)

    assert desk.post(page_of(row), {"act": "retry"}).url == LIST

    again = Delivery.objects.get(event_id=row.event_id)
    assert (again.parked_at, again.attempts) == (None, 1)
    assert SecurityLine.objects.filter(action="beheer.retry", subject_kind="aflevering").count() == 1


def test_skipping_asks_for_a_reason_and_keeps_it(desk):
    row = break_lamps()[0]

    refused = desk.post(page_of(row), {"act": "skip", "reden": "  "})
    assert "Schrijf op waarom" in refused.content.decode()
    assert Delivery.objects.filter(event_id=row.event_id).exists()

    desk.post(page_of(row), {"act": "skip", "reden": "Lamp is weg."})
    assert not Delivery.objects.filter(event_id=row.event_id).exists()
    assert Change.objects.get(action="beheer.skip").new == {"reden": "Lamp is weg."}


def test_what_a_removed_handler_left_is_visible_too(desk):
    with listening({LampBroke: (on_lamp_broke,)}):
        outbox.publish(LampBroke(lamp_id=uuid4()))

    with no_listeners():
        assert "geen luisteraar" in desk.get(LIST).content.decode()


def test_a_failed_job_is_listed_tried_again_and_skipped(desk):
    job = fail_a_job()
    assert "geen lamp" in desk.get(JOBS).content.decode()

    desk.post(f"{JOBS}{job.id}/", {"act": "retry"})
    assert ProcrastinateJob.objects.get(id=job.id).status == "todo"
    run_jobs()
    desk.post(f"{JOBS}{job.id}/", {"act": "skip", "reden": "Niet nodig."})
    assert ProcrastinateJob.objects.get(id=job.id).status == "cancelled"
    assert desk.get(f"{JOBS}{job.id}/").status_code == 404


def test_only_who_manages_the_system_sees_it(client):
    assert client.get(LIST).status_code == 302
    people.sign_in_client(client, people.make_account("zaken.read"))
    row = break_lamps()[0]

    assert client.get(LIST).status_code == 403
    assert client.post(page_of(row), {"act": "skip", "reden": "x"}).status_code == 403
    assert Delivery.objects.filter(event_id=row.event_id).exists()


def test_what_was_solved_in_the_meantime_is_not_found(desk):
    assert desk.get(f"{LIST}gebeurtenissen/999/{key_of(on_lamp_broke)}/").status_code == 404
    assert desk.get(f"{JOBS}99999999999999999999999/").status_code == 404
    assert desk.get(f"{LIST}gebeurtenissen/99999999999999999999/x/").status_code == 404


def test_the_list_takes_the_same_number_of_queries_at_1_10_and_100_rows(desk, django_assert_max_num_queries):
    counts = []
    for number in (1, 10, 100):
        break_lamps(number)
        desk.get(LIST)
        with django_assert_max_num_queries(40) as captured:
            desk.get(LIST, {"pagina": "1"})
        counts.append(len(captured))
    assert len(set(counts)) == 1
