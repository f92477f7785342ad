"""A storm is one wave: opened by a rule, joined by new reports, handled with one act, each reporter told once."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.berichten.models import Bericht
from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed
from stoep.foundation.geo import Point
from stoep.foundation.testing import run_jobs
from stoep.gebieden.models import Gebied
from stoep.meldingen.commands import (
    accept_melding,
    change_golf,
    close_golf,
    close_silent_golven,
    handle_golf,
    take_out_of_golf,
)
from stoep.meldingen.commands.handle_golf import run_golfhandeling
from stoep.meldingen.errors import GolfAlreadyClosed, NotInGolf, PlanInPast, TekstMissing
from stoep.meldingen.models import Categorie, Golf, Golfhandeling, Melding
from stoep.meldingen.rules.storm import decide_golf, usual_in_window
from stoep.meldingen.testing import make_report
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.queries import actor_of
from stoep.toegang.testing import employee, sign_in_client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam", "addresses")]

BOOM = "boom-gevaarlijk"


def storm(number, start=0, categorie=BOOM):
    """So many reports at different places in the centre."""
    return [
        make_report(
            categorie=categorie,
            tekst=f"Boom om, nummer {place}",
            point=Point(lon=3.7905 + place * 0.0009, lat=51.322 + (place % 7) * 0.002),
            email=f"storm{place}@voorbeeld.example",
        )
        for place in range(start, start + number)
    ]


@pytest.mark.parametrize(
    ("aantal", "plekken", "gewoon", "is_golf"),
    [(8, 5, 0, True), (8, 8, 1.6, True), (8, 8, 1.7, False), (7, 7, 0, False), (40, 4, 0, False), (40, 30, 9, False)],
)
def test_a_wave_is_many_at_many_places_and_far_more_than_usual(aantal, plekken, gewoon, is_golf):
    oordeel = decide_golf(aantal=aantal, plekken=plekken, gewoon=gewoon)
    assert oordeel.is_golf is is_golf
    assert str(aantal) in oordeel.waarom


def test_the_eighth_report_of_a_storm_opens_a_wave_with_all_of_them_and_the_next_is_told_so():
    storm(7)
    assert not Golf.objects.exists()
    storm(3, start=7)
    golf = Golf.objects.get()
    assert golf.naam.endswith("in Centrum")
    assert golf.meldingen.count() == 10
    last = Bericht.objects.get(ontvanger="storm9@voorbeeld.example")
    assert golf.naam in last.tekst
    assert "9 meldingen" in last.tekst or "10 meldingen" in last.tekst
    assert Melding.objects.get(email="storm9@voorbeeld.example").meldernummer in last.tekst
    first = Bericht.objects.get(ontvanger="storm0@voorbeeld.example")
    assert golf.naam not in first.tekst


def test_many_reports_of_one_place_are_no_wave():
    for _ in range(10):
        make_report(categorie=BOOM)
    assert not Golf.objects.exists()


def test_what_is_usual_at_this_hour_is_no_wave():
    for day in range(1, 15):
        with clock.at(clock.now() - timedelta(days=day * 3)):
            make_report(categorie=BOOM)
    assert usual_in_window(14) < 0.1
    storm(8)
    assert Golf.objects.count() == 1


def test_one_act_handles_all_and_each_reporter_hears_once_also_after_a_crash(noor, monkeypatch):
    storm(10)
    golf = Golf.objects.get()
    storm(2, start=10, categorie="kuil-in-de-weg")
    Bericht.objects.all().delete()
    bram = make_medewerker("meldingen.*", "zaken.*", naam="Bram Janssen", username="bram")
    accept_melding(golf.meldingen.first().pk, actor=actor_of(bram.account))
    monkeypatch.setattr(sys.modules["stoep.meldingen.commands.handle_golf"], "AT_ONCE", 4)
    act = handle_golf(golf.pk, handeling="opgelost", tekst="De bomen zijn weg.", onderwerp="Klaar", actor=noor.actor)
    assert not Bericht.objects.exists(), "nothing goes before the worker does it"
    run_jobs()
    run_golfhandeling(act.pk)
    act.refresh_from_db()
    assert (act.gedaan, act.overgeslagen) == (10, 0)
    assert act.klaar_op is not None
    assert not golf.meldingen.filter(zaak__einddatum__isnull=True).exists()
    assert Melding.objects.filter(zaak__einddatum__isnull=True).count() == 2
    assert sorted(Bericht.objects.values_list("ontvanger", flat=True)) == sorted(
        f"storm{place}@voorbeeld.example" for place in range(10)
    )


def test_what_a_colleague_works_on_or_handled_is_passed_over(noor):
    storm(8)
    golf = Golf.objects.get()
    bram = make_medewerker("meldingen.*", "zaken.*", naam="Bram Janssen", username="bram")
    accept_melding(golf.meldingen.first().pk, actor=actor_of(bram.account))
    handle_golf(golf.pk, handeling="in_behandeling", actor=noor.actor)
    run_jobs()
    act = Golfhandeling.objects.get()
    assert (act.gedaan, act.overgeslagen) == (7, 1)


def test_refuses_an_act_without_right_words_or_a_day_that_comes_and_nothing_happens(noor):
    storm(8)
    golf = Golf.objects.get()
    with pytest.raises(NotAllowed):
        handle_golf(golf.pk, handeling="opgelost", tekst="x", actor=employee("meldingen.read", "zaken.read"))
    with pytest.raises(TekstMissing):
        handle_golf(golf.pk, handeling="opgelost", tekst=" ", actor=noor.actor)
    with pytest.raises(PlanInPast):
        handle_golf(golf.pk, handeling="ingepland", dag=clock.today() - timedelta(days=1), actor=noor.actor)
    assert not Golfhandeling.objects.exists()


def test_a_report_that_is_something_else_is_taken_out_and_stays_out(noor):
    golf = storm(8)[-1].golf
    other = golf.meldingen.first()
    take_out_of_golf(other.pk, actor=noor.actor)
    assert golf.meldingen.count() == 7
    with pytest.raises(NotInGolf):
        take_out_of_golf(other.pk, actor=noor.actor)


def test_a_wave_closes_after_silence_or_by_hand_and_then_nothing_joins(noor):
    golf = storm(8)[-1].golf
    assert close_silent_golven() == 0
    close_golf(golf.pk, actor=noor.actor)
    with pytest.raises(GolfAlreadyClosed):
        close_golf(golf.pk, actor=noor.actor)
    with clock.at(clock.now() + timedelta(hours=2)):
        assert make_report(categorie=BOOM).golf_id is None
    Golf.objects.update(gesloten_op=None)
    with clock.at(clock.now() + timedelta(hours=7)):
        assert close_silent_golven() == 1


def test_a_wave_gets_a_name_words_of_its_own_and_more_subjects(noor):
    golf = storm(8)[-1].golf
    loose = make_report(categorie="kuil-in-de-weg")
    kuil = Categorie.objects.get(slug="kuil-in-de-weg")
    came = change_golf(
        golf.pk,
        naam="Storm Floor",
        ontvangsttekst="{{ aanhef }}, wij weten van {{ golf }}. Nummer {{ nummer }}.",
        categorieen=[kuil.pk],
        gebieden=[Gebied.objects.get(code="centrum").pk],
        actor=noor.actor,
    )
    loose.refresh_from_db()
    assert (came, loose.golf_id) == (1, golf.pk)
    new = make_report(categorie="kuil-in-de-weg", email="nieuw@voorbeeld.example")
    assert new.golf_id == golf.pk
    assert "wij weten van Storm Floor" in Bericht.objects.get(ontvanger="nieuw@voorbeeld.example").tekst


def test_a_wave_is_one_row_of_the_worklist_with_as_many_queries_at_8_as_at_20(client, noor):
    sign_in_client(client, noor.account)

    def cost():
        with CaptureQueriesContext(connection) as asked:
            page = client.get("/werkplek/zaken/").content.decode()
        return len(asked), page

    golf = storm(8)[-1].golf
    cost()
    before, page = cost()
    assert page.count(golf.naam) == 1
    assert "Boom om" not in page
    storm(12, start=8)
    after, page = cost()
    assert after <= before
    assert "20 meldingen" in page


def test_the_page_shows_map_list_and_reason_and_previews_the_act(client, noor):
    sign_in_client(client, noor.account)
    golf = storm(8)[-1].golf
    page = client.get(f"/werkplek/golven/{golf.pk}/").content.decode()
    assert "Regel: minstens 8" in page
    assert "nog 8 open" in page
    assert golf.naam in client.get("/werkplek/golven/").content.decode()
    form = {"handeling": "ingepland", "dag": clock.today().isoformat(), "tekst": "Wij komen op {{ dag }}."}
    page = client.post(f"/werkplek/golven/{golf.pk}/handelen/", {**form, "stap": "voorbeeld"}).content.decode()
    assert "8 melders krijgen dit bericht" in page
    assert not Golfhandeling.objects.exists()
    client.post(f"/werkplek/golven/{golf.pk}/handelen/", {**form, "stap": "doen"})
    assert Golfhandeling.objects.count() == 1
    page = client.post(f"/werkplek/golven/{golf.pk}/wijzigen/", {"naam": "x" * 200, "gebieden": ["geen"]})
    assert "te lang" in page.content.decode()
    assert client.get("/werkplek/golven/0192f6c0-0000-7000-8000-000000000000/").status_code == 404
