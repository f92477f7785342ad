"""Assigning zaken: by people, and by the rules."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from stoep.catalogi.testing import make_zaaktype
from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.rows import new_id
from stoep.foundation.testing import deliver_outbox, published_events
from stoep.organisatie.commands import create_groep, record_afwezigheid, set_leden
from stoep.organisatie.testing import make_afdeling, make_medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import employee
from stoep.zaken.commands import assign_zaak, put_toewijzingsregel, route_zaak, set_status
from stoep.zaken.errors import AlreadyAssigned, AssigneeMissing, ToewijzingsregelInvalid, ZaakChangedMeanwhile
from stoep.zaken.events import ZaakAssigned
from stoep.zaken.models import Rol, Toewijzingsregel, Zaak
from stoep.zaken.queries import history_of, worklist
from stoep.zaken.rules.toewijzing import Feiten
from stoep.zaken.testing import make_zaak

pytestmark = pytest.mark.django_db

MAANDAG = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
TEGEL = Feiten("melding-openbare-ruimte", categorieen=("losse-tegel", "wegen"), gebieden=("centrum",), kanaal="website")


@pytest.fixture
def noor():
    return make_medewerker(naam="Noor Bakker", username="noor")


@pytest.fixture
def bram():
    return make_medewerker(naam="Bram Janssen", username="bram")


@pytest.fixture
def wegen(noor, bram):
    groep = create_groep(code="wegen", naam="Wegen", afdeling_id=make_afdeling().pk, actor=SYSTEM)
    set_leden(groep.pk, medewerker_ids=[noor.pk, bram.pk], actor=SYSTEM)
    return groep


def test_a_zaak_is_given_to_somebody_and_the_rol_behandelaar_follows(noor, wegen):
    zaak = make_zaak()

    assign_zaak(zaak.pk, medewerker_id=noor.pk, groep_id=wegen.pk, reden="Noor kent de straat", actor=SYSTEM)
    assign_zaak(zaak.pk, groep_id=wegen.pk, actor=SYSTEM)

    zaak.refresh_from_db()
    assert (zaak.behandelaar, zaak.groep) == (None, wegen)
    assert Rol.objects.get(zaak=zaak).groep == wegen
    assert [line.waarden for line in history_of(zaak) if line.soort == "toegewezen"] == [
        {"medewerker": "Noor Bakker", "groep": "Wegen"},
        {"medewerker": None, "groep": "Wegen"},
    ]
    assert list(worklist(SYSTEM, groep=wegen)) == [zaak]


def test_a_refused_assignment_changes_nothing(noor):
    zaak = make_zaak()
    assign_zaak(zaak.pk, medewerker_id=noor.pk, actor=SYSTEM)
    before = published_events()

    for values, actor, refusal in (
        ({"medewerker_id": noor.pk}, SYSTEM, AlreadyAssigned),
        ({}, SYSTEM, AssigneeMissing),
        ({"medewerker_id": new_id()}, SYSTEM, NotFound),
        ({"groep_id": new_id(), "versie": 1}, SYSTEM, ZaakChangedMeanwhile),
        ({"groep_id": new_id()}, employee("zaken.read"), NotAllowed),
    ):
        with pytest.raises(refusal):
            assign_zaak(zaak.pk, **values, actor=actor)

    assert Zaak.objects.get(pk=zaak.pk).behandelaar == noor
    assert published_events() == before


def test_two_people_at_once_do_not_overwrite_each_other(noor, bram):
    zaak = make_zaak()
    seen = zaak.versie
    assign_zaak(zaak.pk, medewerker_id=noor.pk, versie=seen, actor=SYSTEM)

    with pytest.raises(ZaakChangedMeanwhile):
        assign_zaak(zaak.pk, medewerker_id=bram.pk, versie=seen, actor=SYSTEM)

    assert Zaak.objects.get(pk=zaak.pk).behandelaar == noor


def test_the_history_says_which_rule_decided_and_why(noor):
    put_toewijzingsregel(naam="Tegels", medewerker_id=noor.pk, categorieen=["wegen"], actor=SYSTEM)
    with clock.at(MAANDAG):
        zaak = make_zaak()
        route_zaak(zaak.pk, feiten=TEGEL, actor=SYSTEM)

    zaak.refresh_from_db()
    line = history_of(zaak).get(soort="toegewezen")
    assert zaak.behandelaar == noor
    assert (line.regel, line.waarom, line.is_automatic) == ("Tegels", "Regel 'Tegels': categorie wegen.", True)
    assert published_events()[-1] == ZaakAssigned(zaak_id=zaak.pk, medewerker_id=noor.pk, is_automatic=True)


def test_work_is_shared_by_what_people_have_and_how_long_they_are_there(noor, bram, wegen):
    put_toewijzingsregel(naam="Wegen", groep_id=wegen.pk, kies_lid=True, actor=SYSTEM)
    with clock.at(MAANDAG):
        for _ in range(6):
            route_zaak(make_zaak().pk, feiten=TEGEL, actor=SYSTEM)

    assert Zaak.objects.filter(behandelaar=noor).count() == 3
    assert Zaak.objects.filter(behandelaar=bram).count() == 3


def test_who_is_away_is_replaced(noor, bram):
    put_toewijzingsregel(naam="Tegels", medewerker_id=noor.pk, actor=SYSTEM)
    with clock.at(MAANDAG):
        record_afwezigheid(noor.pk, van=date(2026, 11, 23), tot=date(2026, 11, 27), vervanger_id=bram.pk, actor=SYSTEM)
        zaak = make_zaak()
        route_zaak(zaak.pk, feiten=TEGEL, actor=SYSTEM)

    zaak.refresh_from_db()
    assert zaak.behandelaar == bram


def test_a_member_who_is_away_gets_nothing(noor, bram, wegen):
    put_toewijzingsregel(naam="Wegen", groep_id=wegen.pk, kies_lid=True, actor=SYSTEM)
    with clock.at(MAANDAG):
        record_afwezigheid(noor.pk, van=date(2026, 11, 23), tot=date(2026, 11, 23), actor=SYSTEM)
        for _ in range(3):
            route_zaak(make_zaak().pk, feiten=TEGEL, actor=SYSTEM)

    assert Zaak.objects.filter(behandelaar=bram).count() == 3


def test_without_a_fitting_rule_the_zaak_stays_and_the_history_says_so():
    zaak = make_zaak()

    route_zaak(zaak.pk, feiten=TEGEL, actor=SYSTEM)

    zaak.refresh_from_db()
    assert zaak.behandelaar is None
    assert "Geen enkele regel past" in history_of(zaak).get(soort="gerouteerd").waarom


def test_a_rule_that_is_off_does_nothing(noor):
    put_toewijzingsregel(naam="Tegels", medewerker_id=noor.pk, actief=False, actor=SYSTEM)
    zaak = make_zaak()

    assert route_zaak(zaak.pk, feiten=TEGEL, actor=SYSTEM).medewerker is None


@pytest.mark.parametrize(
    "values",
    [
        {"naam": " "},
        {"medewerker_id": None},
        {"groep_id": new_id()},
        {"weekdagen": [7]},
        {"uur_van": 8},
        {"uur_van": 8, "uur_tot": 8},
        {"uur_van": -1, "uur_tot": 8},
        {"uur_van": 8, "uur_tot": 25},
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(noor, values):
    with pytest.raises(ToewijzingsregelInvalid):
        put_toewijzingsregel(**({"naam": "Tegels", "medewerker_id": noor.pk} | values), actor=SYSTEM)

    assert not Toewijzingsregel.objects.exists()


def test_a_rule_is_changed_by_its_name_and_only_with_the_right(noor, bram):
    put_toewijzingsregel(naam="Tegels", medewerker_id=noor.pk, actor=SYSTEM)
    put_toewijzingsregel(naam="Tegels", medewerker_id=bram.pk, actor=employee("zaken.manage_rules"))
    with pytest.raises(NotAllowed):
        put_toewijzingsregel(naam="Tegels", medewerker_id=noor.pk, actor=employee("zaken.assign"))

    assert Toewijzingsregel.objects.get().medewerker == bram


def test_routing_takes_as_many_queries_however_much_work_there_is(noor, bram, wegen, django_assert_max_num_queries):
    make_zaaktype()
    put_toewijzingsregel(naam="Wegen", groep_id=wegen.pk, kies_lid=True, actor=SYSTEM)
    for _ in range(20):
        zaak = make_zaak()
        with django_assert_max_num_queries(21):
            route_zaak(zaak.pk, feiten=TEGEL, actor=SYSTEM)


def test_the_events_of_a_zaak_can_all_be_heard(noor):
    zaak = make_zaak()
    assign_zaak(zaak.pk, medewerker_id=noor.pk, actor=SYSTEM)
    set_status(zaak.pk, statustype_omschrijving="In behandeling", actor=SYSTEM)

    deliver_outbox()
