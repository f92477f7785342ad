"""Many at once: a storm of reports in ten minutes, and hundreds of people who wait for one report."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.berichten.models import Bericht
from stoep.foundation import clock
from stoep.foundation.geo import Point
from stoep.foundation.testing import run_jobs
from stoep.meldingen import queries
from stoep.meldingen.commands import cancel_melding, handle_golf, merge_melding, put_instellingen, resolve_melding
from stoep.meldingen.commands.end_melding import close_some, run_deelsluiting
from stoep.meldingen.commands.handle_golf import do_some, run_golfhandeling
from stoep.meldingen.commands.tell_anderen import run_rondbericht, tell_some
from stoep.meldingen.errors import GolfPlekkenTooMany, MeldingIsEnding
from stoep.meldingen.models import Deelsluiting, Golf, Golfhandeling, Melding, Rondbericht, Volger
from stoep.meldingen.testing import make_report
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import sign_in_client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam", "addresses")]

STORM = timedelta(minutes=10)
SETTINGS = "/werkplek/beheer/meldingen/"
RULE = {
    "golf_meldingen": "3",
    "golf_plekken": "2",
    "golf_minuten": "20",
    "golf_keer": "2",
    "golf_stil_uren": "6",
    "stap": "golf",
}


class Killed(BaseException):
    """The worker is stopped: nothing in the code catches it."""


def address(number):
    return f"storm{number}@voorbeeld.example"


def report(number, **more):
    """One of a storm: every one somewhere else in the centre."""
    point = Point(lon=3.7905 + number % 25 * 0.0007, lat=51.3205 + number // 25 * 0.0009)
    return make_report(
        categorie="boom-gevaarlijk", tekst=f"Boom om, {number}", point=point, email=address(number), **more
    )


def blow(number):
    """So many reports in ten minutes; answers how many statements each cost."""
    begin, costs = clock.now(), []
    for place in range(number):
        connection.queries_log.clear()  # it keeps nine thousand: beyond that nothing would be counted
        with clock.at(begin + STORM * place / number), CaptureQueriesContext(connection) as asked:
            report(place)
        costs.append(len(asked))
    return costs


def told():
    return Counter(Bericht.objects.values_list("ontvanger", flat=True))


@pytest.mark.parametrize("number", [120, pytest.param(500, marks=pytest.mark.soak)])
def test_a_storm_in_ten_minutes_is_one_wave_and_is_handled_by_one_act(noor, monkeypatch, number):
    costs = blow(number)
    golf = Golf.objects.get()
    assert golf.meldingen.count() == number
    assert max(costs[-20:]) <= max(costs[12:32]), "a report costs as much in a large wave as in a small one"
    receipts = dict(Bericht.objects.values_list("ontvanger", "tekst"))
    assert len(receipts) == number
    assert golf.naam not in receipts[address(3)]
    assert all(golf.naam in receipts[address(late)] for late in range(8, number))

    Bericht.objects.all().delete()
    with clock.at(clock.now() + STORM):
        act = handle_golf(
            golf.pk, handeling="opgelost", tekst="De bomen zijn weg.", onderwerp="Klaar", actor=noor.actor
        )
        stop_halfway(act, monkeypatch)
        half = Golfhandeling.objects.get(pk=act.pk)
        assert 0 < half.gedaan < number
        assert sum(told().values()) == half.gedaan, "what was under way when it stopped is undone, words and all"
        run_jobs()
        run_golfhandeling(act.pk)
    act.refresh_from_db()
    assert (act.gedaan, act.overgeslagen) == (number, 0)
    assert not Melding.objects.filter(zaak__einddatum__isnull=True).exists()
    assert told() == {address(place): 1 for place in range(number)}


def stop_halfway(act, monkeypatch):
    """The worker does a few batches, and is stopped in the middle of the next."""
    assert do_some(act.pk)
    assert do_some(act.pk)
    module = sys.modules["stoep.meldingen.commands.handle_golf"]
    left = iter(range(7))

    def until_killed(*args):
        if next(left, None) is None:
            raise Killed
        return real(*args)

    real = module.do_one
    with monkeypatch.context() as patched:
        patched.setattr(module, "do_one", until_killed)
        with pytest.raises(Killed):
            run_golfhandeling(act.pk)


@pytest.fixture
def followed():
    """A report with sixty followers and two parts, and nobody told of anything yet."""
    head = make_report(email="melder@voorbeeld.example")
    for number in range(60):
        Volger.objects.create(
            melding=head, email=f"volger{number}@voorbeeld.example", gevraagd_op=clock.now(), bevestigd_op=clock.now()
        )
    for number in range(2):
        merge_melding(make_report(email=address(number)).pk, hoofd_id=head.pk, actor=SYSTEM)
    Bericht.objects.all().delete()
    return head


def test_many_hear_by_a_job_in_batches_each_once_also_when_it_is_stopped(followed, noor, monkeypatch):
    resolve_melding(followed.pk, tekst="De tegel ligt vast.", actor=noor.actor)
    assert told() == {followed.email: 1}, "the handler does not wait for sixty others"
    ronde = Rondbericht.objects.get()
    late = Volger.objects.create(melding=followed, email="laat@voorbeeld.example", gevraagd_op=clock.now())
    Volger.objects.filter(email="volger59@voorbeeld.example").delete()
    assert tell_some(ronde.pk)
    module, real = sys.modules["stoep.meldingen.commands.tell_anderen"], tell_volger_of()
    with monkeypatch.context() as patched:
        patched.setattr(module, "tell_volger", real)
        with pytest.raises(Killed):
            run_rondbericht(ronde.pk)
    assert sum(told().values()) == 1 + 25
    run_jobs()
    run_rondbericht(ronde.pk)
    everybody = [followed.email, address(0), address(1), *(f"volger{number}@voorbeeld.example" for number in range(59))]
    assert told() == dict.fromkeys(everybody, 1)
    assert late.email not in told()
    assert not Rondbericht.objects.exists(), "nothing of it is kept"


def tell_volger_of():
    """Tells ten, and is stopped."""
    return until_killed(sys.modules["stoep.meldingen.commands.tell_anderen"].tell_volger, 10)


@pytest.mark.parametrize("act", [resolve_melding, cancel_melding])
def test_many_parts_are_closed_in_batches_the_report_last_and_each_hears_once_also_after_a_crash(
    noor, monkeypatch, act
):
    module = sys.modules["stoep.meldingen.commands.end_melding"]
    monkeypatch.setattr(module, "AT_ONCE", 2)
    head, *parts = [report(place) for place in range(6)]
    for part in parts:
        merge_melding(part.pk, hoofd_id=head.pk, actor=noor.actor)
    Bericht.objects.all().delete()
    words = {"tekst": "De bomen zijn weg.", **({"reden": "Dubbel"} if act is cancel_melding else {})}
    act(head.pk, **words, actor=noor.actor)
    sluiting = Deelsluiting.objects.get()
    assert (still_open(parts), told(), sluiting.aantal) == (5, {}, 5)
    with pytest.raises(MeldingIsEnding):
        act(head.pk, **words, actor=noor.actor)
    assert close_some(sluiting.pk)
    closing = sys.modules["stoep.meldingen.commands.close_parts"]
    with monkeypatch.context() as patched:
        patched.setattr(closing, "close_zaak", until_killed(closing.close_zaak, 1))
        with pytest.raises(Killed):
            run_deelsluiting(sluiting.pk)
    assert (still_open(parts), told()) == (3, {}), "the batch that was stopped is undone whole"
    run_jobs()
    assert (still_open([head, *parts]), Deelsluiting.objects.exists()) == (0, False)
    assert told() == {address(place): 1 for place in range(6)}
    run_deelsluiting(sluiting.pk)
    assert sum(told().values()) == 6


def still_open(meldingen):
    return Melding.objects.open().filter(pk__in=[melding.pk for melding in meldingen]).count()


def until_killed(real, times):
    """Does so many, and is stopped."""
    left = iter(range(times))

    def some(*args, **named):
        if next(left, None) is None:
            raise Killed
        return real(*args, **named)

    return some


def test_an_act_costs_as_many_statements_with_40_as_with_60_who_wait(followed, noor):
    other = make_report(email="ander@voorbeeld.example")
    for number in range(42):
        Volger.objects.create(
            melding=other, email=f"v{number}@voorbeeld.example", gevraagd_op=clock.now(), bevestigd_op=clock.now()
        )
    for number in range(2):
        merge_melding(make_report(email=address(number)).pk, hoofd_id=other.pk, actor=SYSTEM)
    costs = []
    for melding in (other, followed):
        with CaptureQueriesContext(connection) as asked:
            resolve_melding(melding.pk, tekst="De tegel ligt vast.", actor=noor.actor)
        costs.append(len(asked))
    assert costs[1] <= costs[0]


def test_from_when_it_is_a_wave_is_set_on_the_page_of_settings(client, noor):
    sign_in_client(client, noor.account)
    for wrong in ({"golf_plekken": "9"}, {"golf_minuten": "0"}, {"golf_keer": "veel"}, {"golf_stil_uren": "\x00"}):
        assert client.post(SETTINGS, {**RULE, **wrong}).status_code == 200
    with pytest.raises(GolfPlekkenTooMany):
        put_instellingen(golf_plekken=9, actor=SYSTEM)
    assert queries.get_instellingen().golf_meldingen == 8
    for place in range(2):
        report(place)
    assert client.post(SETTINGS, RULE).status_code == 302
    with clock.at(clock.now() + timedelta(minutes=19)):
        report(2)
    golf = Golf.objects.get()
    assert golf.meldingen.count() == 3
    assert "in 20 minuten" in golf.waarom
    assert "Regel: minstens 3 meldingen op minstens 2 plekken" in golf.waarom
