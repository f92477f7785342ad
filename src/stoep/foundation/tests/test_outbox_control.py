"""What a person can do about the outbox: try again, skip, play back, forget."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from stoep.foundation import clock, outbox
from stoep.foundation.models import Delivery, OutboxEvent
from stoep.foundation.outbox import control, delivery
from stoep.foundation.outbox.listeners import key_of
from stoep.foundation.tasks import forget_expired, forget_old_events
from stoep.foundation.testing import deliver_outbox, listening, no_listeners

pytestmark = pytest.mark.django_db


class BridgeOpened(outbox.Event):
    bridge_id: UUID

    @property
    def subject(self) -> str:
        return f"bridge:{self.bridge_id}"


HEARD: list[UUID] = []
REFUSING: list[bool] = []
BRIDGE = uuid4()


def on_bridge_opened(event: BridgeOpened) -> None:
    if REFUSING:
        raise ValueError
    HEARD.append(event.bridge_id)


KEY = key_of(on_bridge_opened)


@pytest.fixture(autouse=True)
def _listening():
    HEARD.clear()
    REFUSING.clear()
    with listening({BridgeOpened: (on_bridge_opened,)}):
        yield


def park_one_and_let_one_wait() -> Delivery:
    REFUSING.append(True)
    for _ in range(2):
        outbox.publish(BridgeOpened(bridge_id=BRIDGE))
    delivery.deliver_once()
    Delivery.objects.filter(attempts=1).update(parked_at=clock.now(), attempts=9)
    REFUSING.clear()
    assert delivery.deliver_once() == 0
    return Delivery.objects.get(attempts=9)


def test_a_parked_delivery_that_is_tried_again_lets_its_subject_go_on():
    parked = park_one_and_let_one_wait()

    assert control.retry(KEY, parked.event_id)
    deliver_outbox()

    assert HEARD == [BRIDGE, BRIDGE]
    assert not control.retry(KEY, parked.event_id)


def test_a_parked_delivery_that_is_skipped_is_never_heard():
    parked = park_one_and_let_one_wait()

    assert control.skip(KEY, parked.event_id)
    deliver_outbox()

    assert HEARD == [BRIDGE]


def test_a_new_handler_hears_new_events_only_unless_they_are_played_back():
    with no_listeners():
        outbox.publish(BridgeOpened(bridge_id=BRIDGE))
    outbox.publish(BridgeOpened(bridge_id=BRIDGE))
    assert deliver_outbox() == 1

    assert control.replay(KEY) == 2
    assert control.replay(KEY) == 0
    assert deliver_outbox() == 2


def test_for_a_handler_that_sleeps_nothing_is_written_until_it_is_woken():
    control.sleep(KEY)
    control.sleep(KEY)
    outbox.publish(BridgeOpened(bridge_id=BRIDGE))
    assert not Delivery.objects.exists()
    control.wake(KEY)
    outbox.publish(BridgeOpened(bridge_id=BRIDGE))

    deliver_outbox()

    assert HEARD == [BRIDGE]


def test_events_are_played_back_from_any_point():
    for days in (3, 2, 1):
        with clock.at(clock.now() - timedelta(days=days)):
            outbox.publish(BridgeOpened(bridge_id=BRIDGE))
    deliver_outbox()
    last = OutboxEvent.objects.latest("id").id

    assert control.replay(KEY, from_event=last) == 1
    deliver_outbox()
    assert control.replay(KEY, since=clock.now() - timedelta(days=2, hours=1)) == 2


def test_old_events_are_forgotten_only_when_everybody_has_heard_them():
    with clock.at(clock.now() - timedelta(days=500)):
        outbox.publish(BridgeOpened(bridge_id=BRIDGE))
    outbox.publish(BridgeOpened(bridge_id=BRIDGE))

    forget_old_events()
    assert OutboxEvent.objects.count() == 2
    deliver_outbox()
    forget_old_events()
    assert OutboxEvent.objects.count() == 1


def test_what_is_expired_goes_at_night():
    forget_expired()
