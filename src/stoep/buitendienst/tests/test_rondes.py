"""Making a round: what may be on it, whose it is, and in which order."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.buitendienst import queries
from stoep.buitendienst.commands import add_stops, move_stop, order_ronde, put_werf, remove_stop, set_start
from stoep.buitendienst.errors import InspecteurMayNotWalk, RondeFull, RondeInPast, StopAlreadyDone, WerfNaamMissing
from stoep.buitendienst.models import Ronde, Rondestop, Werf
from stoep.buitendienst.tests.conftest import INSPECTEUR, person
from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.geo import Point, PointNotValid
from stoep.meldingen.commands import resolve_melding
from stoep.meldingen.testing import make_report
from stoep.toegang.actors import SYSTEM
from stoep.zaken.commands import assign_zaak


def order_of(ronde, actor):
    return [regel.melding.pk for regel in queries.list_stops(ronde, actor)]


def test_a_round_begins_at_the_yard_and_is_put_along_a_route_by_itself(ronde, sem, along_the_kade):
    far, near, middle = along_the_kade
    assert ronde.start == "Gemeentewerf"
    assert order_of(ronde, sem.actor) == [near.pk, middle.pk, far.pk]
    regels = queries.list_stops(ronde, sem.actor)
    assert 600 < regels[0].meters < 750
    assert queries.route_length(regels) == sum(regel.meters for regel in regels)


def test_the_order_chosen_by_hand_stays_until_one_asks_for_the_route(ronde, sem):
    first, second, third = order_of(ronde, sem.actor)
    stop = ronde.stops.get(melding=third)
    move_stop(stop.pk, omhoog=True, actor=sem.actor)
    move_stop(stop.pk, omhoog=True, actor=sem.actor)
    move_stop(stop.pk, omhoog=True, actor=sem.actor)
    assert order_of(ronde, sem.actor) == [third, first, second]
    new = make_report(point=Point(lon=3.7951, lat=51.3251), email="")
    add_stops([new.pk], medewerker_id=sem.pk, dag=ronde.dag, actor=sem.actor)
    assert order_of(ronde, sem.actor)[-1] == new.pk
    order_ronde(ronde.pk, actor=sem.actor)
    assert order_of(ronde, sem.actor) == [new.pk, first, second, third]


def test_a_report_is_on_a_round_once_and_not_on_that_of_a_colleague_too(ronde, sem, ilse, along_the_kade):
    again = add_stops([along_the_kade[0].pk], medewerker_id=sem.pk, dag=ronde.dag, actor=sem.actor)
    assert (len(again.nieuw), again.stond_er_al) == (0, 1)
    hers = add_stops([along_the_kade[0].pk], medewerker_id=ilse.pk, dag=ronde.dag, actor=ilse.actor)
    assert hers.bij_ander == [(along_the_kade[0], "Sem de Groot")]
    assert Rondestop.objects.count() == 3


def test_a_team_leader_plans_for_another_and_an_inspector_does_not(ronde, sem, ilse, along_the_kade):
    morgen = ronde.dag + timedelta(days=1)
    made = add_stops([along_the_kade[0].pk], medewerker_id=sem.pk, dag=morgen, actor=ilse.actor)
    assert made.ronde.medewerker_id == sem.pk
    with pytest.raises(NotFound):
        add_stops([along_the_kade[0].pk], medewerker_id=ilse.pk, dag=morgen, actor=sem.actor)
    kees = person("zaken.read", "meldingen.read", naam="Kees Hofman", username="kees")
    with pytest.raises(NotAllowed):
        add_stops([along_the_kade[0].pk], medewerker_id=kees.pk, dag=morgen, actor=kees.actor)
    with pytest.raises(InspecteurMayNotWalk, match="Kees Hofman"):
        add_stops([along_the_kade[0].pk], medewerker_id=kees.pk, dag=morgen, actor=ilse.actor)
    assert Ronde.objects.count() == 2
    daan = person(*INSPECTEUR, naam="Daan Mulder", username="daan")
    for act in (
        lambda: queries.get_ronde(ronde.pk, daan.actor),
        lambda: order_ronde(ronde.pk, actor=daan.actor),
        lambda: remove_stop(ronde.stops.first().pk, actor=daan.actor),
        lambda: move_stop(ronde.stops.first().pk, omhoog=False, actor=daan.actor),
    ):
        with pytest.raises(NotFound):
            act()
    assert ronde.stops.count() == 3


def test_what_is_closed_gone_by_or_too_much_does_not_come_on_a_round(sem, along_the_kade, monkeypatch):
    today = clock.today()
    resolve_melding(along_the_kade[0].pk, tekst="Klaar.", actor=SYSTEM)
    ids = [melding.pk for melding in along_the_kade]
    assert len(add_stops(ids, medewerker_id=sem.pk, dag=today, actor=sem.actor).nieuw) == 2
    with pytest.raises(RondeInPast):
        add_stops(ids, medewerker_id=sem.pk, dag=today - timedelta(days=1), actor=sem.actor)
    monkeypatch.setattr(sys.modules["stoep.buitendienst.commands.add_stops"], "MOST_STOPS", 2)
    with pytest.raises(RondeFull):
        add_stops([make_report(email="").pk], medewerker_id=sem.pk, dag=today, actor=sem.actor)
    assert Rondestop.objects.count() == 2


def test_what_was_done_stays_and_the_rest_can_be_taken_off(ronde, sem):
    done, left = ronde.stops.all()[:2]
    Rondestop.objects.filter(pk=done.pk).update(uitkomst="gezien", gedaan_op=clock.now())
    with pytest.raises(StopAlreadyDone):
        remove_stop(done.pk, actor=sem.actor)
    remove_stop(left.pk, actor=sem.actor)
    assert [stop.volgorde for stop in ronde.stops.all()] == [1, 2]


def test_a_round_can_begin_where_one_stands(ronde, sem, along_the_kade):
    moved = set_start(ronde.pk, point=Point(lon=3.805, lat=51.33), naam="Mijn plek", actor=sem.actor)
    far, near, middle = along_the_kade
    assert order_of(moved, sem.actor) == [far.pk, middle.pk, near.pk]
    with pytest.raises(PointNotValid):
        set_start(ronde.pk, point=Point(lon=40, lat=10), naam="Elders", actor=sem.actor)
    assert Ronde.objects.get().start == "Mijn plek"


def test_open_reports_along_the_way_are_offered_when_they_are_for_ones_department(ronde, sem, ilse):
    near = make_report(point=Point(lon=3.8015, lat=51.3309), email="")
    far = make_report(point=Point(lon=3.8015, lat=51.3389), email="")
    others = make_report(categorie="afval-naast-container", point=Point(lon=3.8015, lat=51.3305), email="")
    given = make_report(categorie="afval-naast-container", point=Point(lon=3.8016, lat=51.3305), email="")
    assign_zaak(given.zaak_id, medewerker_id=sem.pk, actor=SYSTEM)
    regels = queries.list_stops(ronde, sem.actor)
    offered = {one.melding.pk: one.meters for one in queries.list_ook_vlakbij(ronde, regels, sem.actor)}
    assert near.pk in offered
    assert given.pk in offered
    assert not {far.pk, others.pk} & set(offered)
    assert all(metres <= 200 for metres in offered.values())
    add_stops([near.pk], medewerker_id=ilse.pk, dag=ronde.dag, actor=ilse.actor)
    assert near.pk not in {one.melding.pk for one in queries.list_ook_vlakbij(ronde, regels, sem.actor)}


def test_reading_a_round_costs_the_same_for_one_stop_and_for_twenty(ronde, sem):
    costs = set()
    for number in (0, 4, 13):
        more = [make_report(point=Point(lon=3.8 + n / 9000, lat=51.331), email="").pk for n in range(number)]
        add_stops(more, medewerker_id=sem.pk, dag=ronde.dag, actor=sem.actor)
        fresh = queries.get_ronde(ronde.pk, sem.actor)
        with CaptureQueriesContext(connection) as captured:
            queries.collect_for_phone(fresh, sem.actor)
            queries.list_ook_vlakbij(fresh, queries.list_stops(fresh, sem.actor), sem.actor)
        costs.add(len(captured))
    assert len(costs) == 1, costs


def test_a_yard_has_a_name_and_is_managed_by_who_may(sem, ilse):
    with pytest.raises(NotAllowed):
        put_werf(naam="Werf Zeedorp", point=Point(lon=3.8, lat=51.33), actor=sem.actor)
    for naam in ("", " ", "x" * 81):
        with pytest.raises(WerfNaamMissing):
            put_werf(naam=naam, point=Point(lon=3.8, lat=51.33), actor=SYSTEM)
    put_werf(naam="Gemeentewerf", point=Point(lon=3.81, lat=51.33), actor=SYSTEM)
    assert Werf.objects.get().lon == 3.81
