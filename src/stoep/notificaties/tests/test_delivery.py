"""Messages reach subscribers at least once, in order per object; who is slow or dead harms no other."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection

from stoep.foundation import clock
from stoep.notificaties import bezorgen
from stoep.notificaties.commands import lanes, resend_afleveringen, tidy
from stoep.notificaties.models import Aflevering, Baan, Notificatie
from stoep.notificaties.rules import herhalen
from stoep.notificaties.testing import deliver_notificaties, make_abonnement, send_bericht
from stoep.notificaties.tests.subscriber import AUTH
from stoep.toegang.actors import SYSTEM

pytestmark = pytest.mark.django_db


def later(**span: float):
    return clock.at(clock.now() + timedelta(**span))


def test_messages_arrive_in_order_and_then_nothing_is_left(abonnee):
    make_abonnement(abonnee.url, AUTH)
    for number in range(30):
        send_bericht(f"zaak-{number % 3}", str(number))

    assert deliver_notificaties() == 1
    assert deliver_notificaties() == 0

    assert abonnee.numbers() == [str(number) for number in range(30)]
    assert abonnee.heard[0]["kanaal"] == "zaken"
    assert not Aflevering.objects.exists()
    assert Baan.objects.get().afgeleverd == 30


def test_a_miss_holds_up_its_own_object_and_no_other(abonnee):
    abonnement = make_abonnement(abonnee.url, AUTH)
    abonnee.answer = lambda message: 500 if message["resourceUrl"].endswith("/a/1") else 204
    for hoofd, part in (("a", "1"), ("b", "2"), ("a", "3"), ("b", "4")):
        send_bericht(hoofd, part)

    deliver_notificaties()
    deliver_notificaties()
    assert abonnee.numbers() == ["2", "4"]

    abonnee.answer = lambda _message: 204
    with later(seconds=6):
        deliver_notificaties()

    assert abonnee.numbers() == ["2", "4", "1", "3"]
    assert not Aflevering.objects.filter(abonnement=abonnement).exists()


def test_after_the_last_pause_a_message_is_parked_and_what_waits_behind_it_goes_on(abonnee):
    abonnement = make_abonnement(abonnee.url, AUTH)
    abonnee.answer = lambda message: 400 if message["resourceUrl"].endswith("/a/1") else 204
    send_bericht("a", "1")
    send_bericht("a", "2")
    now = clock.now()
    for _ in range(len(herhalen.PAUSES) + 1):
        with clock.at(now):
            deliver_notificaties()
            assert abonnee.numbers() == []
        now += timedelta(days=1, seconds=1)

    parked = Aflevering.objects.parked().get()
    assert (parked.pogingen, parked.status, parked.fout) == (len(herhalen.PAUSES) + 1, 400, "de abonnee gaf 400")
    with clock.at(now):
        deliver_notificaties()
        assert abonnee.numbers() == ["2"]
        abonnee.answer = lambda _message: 204
        assert resend_afleveringen(abonnement.pk, actor=SYSTEM) == 1
        deliver_notificaties()

    assert abonnee.numbers() == ["2", "1"]
    assert not Aflevering.objects.exists()


def test_a_lane_whose_subscriber_is_down_pauses_longer_and_longer_and_goes_on_when_it_is_back(abonnee):
    make_abonnement(abonnee.url, AUTH)
    abonnee.answer = lambda _message: 503
    for number in range(20):
        send_bericht(f"zaak-{number}", str(number))
    now = clock.now()

    for tried, pause in enumerate([1, 5, 15, 60, 300, 300], start=1):
        with clock.at(now):
            assert deliver_notificaties() == 1
            assert len(abonnee.refused) == tried
            assert Baan.objects.get().pauze_tot == now + timedelta(seconds=pause)
            assert deliver_notificaties() == 0
        now += timedelta(seconds=pause)

    abonnee.answer = lambda _message: 204
    with clock.at(now + timedelta(days=1)):
        deliver_notificaties()
    assert sorted(abonnee.numbers(), key=int) == [str(number) for number in range(20)]
    assert Baan.objects.get().mislukt_op_rij == 0


def test_what_was_sent_but_not_written_down_when_the_worker_died_is_sent_again(abonnee, monkeypatch):
    make_abonnement(abonnee.url, AUTH)
    for number in range(3):
        send_bericht("zaak", str(number))

    def dies(*_args, **_kwargs):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(bezorgen, "settle", dies)
        with pytest.raises(SystemExit):
            deliver_notificaties()
    assert deliver_notificaties() == 0  # the lane is still held

    with later(seconds=31):
        assert deliver_notificaties() == 1

    assert abonnee.numbers() == ["0", "1", "2"] * 2
    assert not Aflevering.objects.exists()


def test_who_lost_a_lane_writes_nothing_about_it_any_more(abonnee):
    make_abonnement(abonnee.url, AUTH)
    send_bericht("zaak", "1")
    (first,) = lanes.claim_lanes(5, slow=False)
    with later(seconds=31):
        (second,) = lanes.claim_lanes(5, slow=False)
        assert not lanes.settle(first, [], [], lanes.Stand(0, False), let_go=True)
        assert lanes.claim_lanes(5, slow=False) == []
        assert lanes.settle(second, [], [], lanes.Stand(0, False), let_go=True)


def test_a_subscriber_that_is_not_public_any_more_is_noted_and_not_called(abonnee, settings):
    make_abonnement(abonnee.url, AUTH)
    send_bericht("zaak", "1")
    settings.OUTSIDE_ALLOWED = ()

    deliver_notificaties()

    assert abonnee.heard == []
    assert Baan.objects.get().fout == "geen https"
    assert Aflevering.objects.get().pogingen == 1


def test_what_waits_a_week_is_parked_and_what_all_have_heard_is_forgotten(abonnee):
    make_abonnement(abonnee.url, AUTH)
    send_bericht("zaak", "1")
    with later(days=6):
        tidy()
        assert not Aflevering.objects.parked().exists()
    with later(days=8):
        tidy()
        assert Aflevering.objects.parked().get().fout == "langer dan een week niet af te leveren"
    with later(days=100):
        tidy()
        assert not Aflevering.objects.exists()
        tidy()
        assert not Notificatie.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_dead_and_a_slow_subscriber_harm_no_other(abonnee, andere, monkeypatch):
    monkeypatch.setattr(bezorgen, "PATIENCE", 0.5)
    hold = threading.Event()
    andere.answer = lambda _message: 204 if hold.wait(5) else 500
    dead = "http://127.0.0.1:9/"
    urls = [andere.url] * 3 + [dead] * 3 + [abonnee.url]
    for url in urls:
        make_abonnement(url, AUTH)
    stop = threading.Event()
    worker = threading.Thread(target=bezorgen.run, args=(stop,))
    worker.start()
    try:
        for number in range(100):
            send_bericht(f"zaak-{number % 7}", str(number))
        assert abonnee.wait_for(100), len(abonnee.heard)
    finally:
        hold.set()
        stop.set()
        worker.join()
        connection.close()

    by_object: dict[str, list[int]] = {}
    for message in abonnee.heard:
        by_object.setdefault(message["hoofdObject"], []).append(int(message["resourceUrl"].rpartition("/")[2]))
    assert all(numbers == sorted(numbers) for numbers in by_object.values())
    assert Aflevering.objects.filter(abonnement__callback_url=dead).count() == 300
