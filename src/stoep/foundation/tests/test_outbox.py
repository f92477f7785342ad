"""The outbox: at least once, in order per subject, and one failure holds up nobody else."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from stoep.foundation import outbox
from stoep.foundation.models import Delivery, OutboxEvent, RateCount
from stoep.foundation.outbox import delivery
from stoep.foundation.outbox.publishing import PublishedOutsideTransaction
from stoep.foundation.testing import deliver_outbox, listening, published_events

pytestmark = pytest.mark.django_db


class TileLoosened(outbox.Event):
    tile_id: UUID
    times: int = 1

    @property
    def subject(self) -> str:
        return f"tile:{self.tile_id}"


HEARD: list[TileLoosened] = []
REFUSED: set[UUID] = set()


def on_tile_loosened(event: TileLoosened) -> None:
    if event.tile_id in REFUSED:
        raise ValueError("nee, jan@example.nl met 123456782")
    HEARD.append(event)


def on_tile_counted(event: TileLoosened) -> None:
    HEARD.append(event)


@pytest.fixture(autouse=True)
def _listening():
    HEARD.clear()
    REFUSED.clear()
    with listening({TileLoosened: (on_tile_loosened,)}):
        yield


def loosen(*tiles: UUID) -> None:
    for number, tile in enumerate(tiles):
        outbox.publish(TileLoosened(tile_id=tile, times=number))


def test_an_event_is_heard_as_it_was_published():
    tile = uuid4()
    loosen(tile)

    assert published_events() == [TileLoosened(tile_id=tile, times=0)]
    assert deliver_outbox() == 1
    assert published_events() == HEARD
    assert not Delivery.objects.exists()


def test_what_is_rolled_back_never_happened():
    def loosen_and_fail() -> None:
        with transaction.atomic():
            loosen(uuid4())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        loosen_and_fail()

    assert published_events() == []
    assert not Delivery.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused():
    with pytest.raises(PublishedOutsideTransaction):
        loosen(uuid4())

    assert published_events() == []


def test_a_failing_event_holds_up_its_own_subject_only():
    stuck, free = uuid4(), uuid4()
    REFUSED.add(stuck)
    loosen(stuck, free, stuck, free)

    delivery.deliver_once()
    delivery.deliver_once()

    assert [event.tile_id for event in HEARD] == [free, free]
    waiting = list(Delivery.objects.order_by("event_id"))
    assert [(row.subject, row.attempts) for row in waiting] == [(f"tile:{stuck}", 1), (f"tile:{stuck}", 0)]


def test_what_failed_is_tried_again_after_its_pause_and_in_order():
    stuck = uuid4()
    REFUSED.add(stuck)
    loosen(stuck, stuck)
    delivery.deliver_once()
    REFUSED.clear()

    assert delivery.deliver_once() == 0
    Delivery.objects.filter(attempts=1).update(next_at=OutboxEvent.objects.first().occurred_at)
    while delivery.deliver_once():
        pass

    assert [event.times for event in HEARD] == [0, 1]


def test_after_its_last_pause_a_delivery_is_parked_with_its_error_and_without_personal_data():
    stuck = uuid4()
    REFUSED.add(stuck)
    loosen(stuck)

    for _ in range(len(delivery.PAUSES) + 1):
        Delivery.objects.update(next_at=OutboxEvent.objects.first().occurred_at - timedelta(days=1))
        delivery.deliver_once()

    parked = Delivery.objects.get()
    assert parked.parked_at is not None
    assert "ValueError" in parked.error
    assert "on_tile_loosened" in parked.error
    assert "example.nl" not in parked.error
    assert "123456782" not in parked.error
    assert delivery.deliver_once() == 0


def test_a_handler_that_breaks_the_transaction_fails_alone():
    def on_broken(event: TileLoosened) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1/0")

    with listening({TileLoosened: (on_broken, on_tile_counted)}):
        loosen(uuid4())
        delivery.deliver_once()

    assert len(HEARD) == 1
    assert Delivery.objects.get().attempts == 1


def test_an_event_that_this_version_cannot_read_waits_visibly():
    loosen(uuid4())
    OutboxEvent.objects.update(name="VanGisteren")

    delivery.deliver_once()

    assert "EventUnknown" in Delivery.objects.get().error


def test_a_handler_of_many_hears_a_batch_at_once():
    calls: list[list[TileLoosened]] = []

    def on_many(events: list[TileLoosened]) -> None:
        calls.append(events)

    on_many.handles_many = True
    with listening({TileLoosened: (on_many,)}):
        loosen(uuid4(), uuid4(), uuid4())
        deliver_outbox()

    assert [len(events) for events in calls] == [3]


def test_a_batch_takes_the_same_number_of_queries_at_1_10_and_100_events(django_assert_num_queries):
    for number in (1, 10, 100):
        loosen(*[uuid4() for _ in range(number)])
        with django_assert_num_queries(5):
            assert delivery.deliver_once() == number


COUNT = "INSERT INTO foundation_ratecount (key, started_at, count, ends_at) VALUES (%s, now(), %s, now())"


def test_a_handler_sees_what_was_written_before_in_the_same_batch():
    seen = []

    def writes(event: TileLoosened) -> None:
        with connection.cursor() as cursor:
            cursor.execute(COUNT, [str(event.times), event.times])
            cursor.execute("UPDATE foundation_ratecount SET count = 9 WHERE key = '0'")
            seen.append((cursor.rowcount, RateCount.objects.count()))

    with listening({TileLoosened: (writes,)}):
        loosen(uuid4(), uuid4(), uuid4())
        delivery.deliver_once()
    assert seen == [(1, 1), (1, 2), (1, 3)]


def test_rows_are_sent_together_and_a_row_that_the_database_refuses_fails_alone():
    def writes(event: TileLoosened) -> None:
        with connection.cursor() as cursor:
            cursor.execute(COUNT, [str(event.times), 5 if event.times != 1 else -5])

    with listening({TileLoosened: (writes,)}):
        loosen(uuid4(), uuid4(), uuid4())
        assert delivery.deliver_once() == 3
    assert sorted(RateCount.objects.values_list("key", flat=True)) == ["0", "2"]
    assert Delivery.objects.get().attempts == 1
