"""Departments, employees, groups and presence, by their commands."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.foundation.errors import NotAllowed
from stoep.organisatie import queries
from stoep.organisatie.commands import (
    change_groep,
    change_rooster,
    create_afdeling,
    create_groep,
    create_medewerker,
    deactivate_medewerker,
    record_afwezigheid,
    remove_afdeling,
    set_leden,
    withdraw_afwezigheid,
)
from stoep.organisatie.errors import (
    AccountTaken,
    AfdelingNotEmpty,
    CodeTaken,
    HoursImpossible,
    MedewerkerNotPresent,
    PeriodOverlaps,
    PeriodReversed,
    PeriodTooLong,
    ReplacesOneself,
)
from stoep.organisatie.models import Afdeling, Afwezigheid, Groep, Medewerker, Rooster
from stoep.organisatie.testing import make_afdeling, make_medewerker
from stoep.toegang.actors import ANONYMOUS, SYSTEM
from stoep.toegang.queries import actor_of
from stoep.toegang.testing import employee

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)


def hours(*values: int) -> list[Decimal]:
    return [Decimal(value) for value in values]


def test_only_whoever_may_manage_the_organisation_creates_a_department():
    with pytest.raises(NotAllowed):
        create_afdeling(code="groen", naam="Groen", actor=employee("zaken.read"))

    assert not Afdeling.objects.exists()


def test_codes_of_departments_are_unique():
    make_afdeling()

    with pytest.raises(CodeTaken):
        create_afdeling(code="openbare-ruimte", naam="Nog een", actor=SYSTEM)

    assert Afdeling.objects.count() == 1


def test_one_account_belongs_to_one_employee():
    noor = make_medewerker()

    with pytest.raises(AccountTaken, match="Noor Bakker"):
        create_medewerker(account_id=noor.account_id, naam="Ander", afdeling_id=noor.afdeling_id, actor=SYSTEM)

    assert Medewerker.objects.count() == 1


def test_the_employee_who_acts_is_found_and_a_resident_is_nobody():
    noor = make_medewerker()

    assert queries.medewerker_of(actor_of(noor.account)) == noor
    assert queries.medewerker_of(ANONYMOUS) is None


def test_a_department_with_people_stays():
    noor = make_medewerker()

    with pytest.raises(AfdelingNotEmpty, match="1 medewerkers"):
        remove_afdeling(noor.afdeling_id, actor=SYSTEM)

    assert Afdeling.objects.count() == 1


def test_whoever_leaves_is_out_of_every_group_and_keeps_a_name():
    noor = make_medewerker()
    groep = create_groep(code="wegen", naam="Wegen", afdeling_id=noor.afdeling_id, actor=SYSTEM)
    set_leden(groep.pk, medewerker_ids=[noor.pk], actor=SYSTEM)
    assert list(queries.groepen_of(noor)) == [groep]

    deactivate_medewerker(noor.pk, actor=SYSTEM)

    assert list(queries.leden_of(groep)) == []
    assert list(queries.list_medewerkers()) == []
    assert list(queries.list_medewerkers(include_former=True)) == [noor]


def test_somebody_who_left_cannot_join_a_group():
    noor = make_medewerker()
    groep = create_groep(code="wegen", naam="Wegen", afdeling_id=noor.afdeling_id, actor=SYSTEM)
    deactivate_medewerker(noor.pk, actor=SYSTEM)

    with pytest.raises(MedewerkerNotPresent):
        set_leden(groep.pk, medewerker_ids=[noor.pk], actor=SYSTEM)

    assert groep.lidmaatschappen.count() == 0


def test_a_group_is_renamed_and_keeps_its_code():
    groep = create_groep(code="wegen", naam="Wegen", afdeling_id=make_afdeling().pk, actor=SYSTEM)

    change_groep(groep.pk, naam="Wegen en bruggen", afdeling_id=groep.afdeling_id, actor=SYSTEM)

    assert Groep.objects.get().naam == "Wegen en bruggen"
    assert Groep.objects.get().code == "wegen"


def test_employees_change_their_own_presence_and_nobody_elses():
    noor = make_medewerker()
    bram = make_medewerker(naam="Bram Janssen", username="bram")
    actor = actor_of(noor.account)

    record_afwezigheid(noor.pk, van=MONDAY, tot=MONDAY, vervanger_id=bram.pk, actor=actor)
    with pytest.raises(NotAllowed):
        record_afwezigheid(bram.pk, van=MONDAY, tot=MONDAY, actor=actor)
    with pytest.raises(NotAllowed):
        change_rooster(bram.pk, uren=hours(8, 8, 8, 8, 0, 0, 0), actor=actor)

    assert Afwezigheid.objects.count() == 1
    assert Rooster.objects.count() == 0


@pytest.mark.parametrize(
    ("van", "tot", "refusal"),
    [
        (MONDAY, MONDAY - timedelta(days=1), PeriodReversed),
        (MONDAY, MONDAY + timedelta(days=800), PeriodTooLong),
        (MONDAY + timedelta(days=2), MONDAY + timedelta(days=9), PeriodOverlaps),
    ],
)
def test_an_impossible_period_is_refused(van, tot, refusal):
    noor = make_medewerker()
    record_afwezigheid(noor.pk, van=MONDAY, tot=MONDAY + timedelta(days=2), actor=SYSTEM)

    with pytest.raises(refusal):
        record_afwezigheid(noor.pk, van=van, tot=tot, actor=SYSTEM)

    assert Afwezigheid.objects.count() == 1


def test_nobody_replaces_themselves():
    noor = make_medewerker()

    with pytest.raises(ReplacesOneself):
        record_afwezigheid(noor.pk, van=MONDAY, tot=MONDAY, vervanger_id=noor.pk, actor=SYSTEM)

    assert not Afwezigheid.objects.exists()


def test_the_work_goes_on_to_whoever_is_there():
    noor = make_medewerker()
    bram = make_medewerker(naam="Bram Janssen", username="bram")
    ilse = make_medewerker(naam="Ilse van Dam", username="ilse")
    record_afwezigheid(noor.pk, van=MONDAY, tot=MONDAY, vervanger_id=bram.pk, actor=SYSTEM)
    assert queries.replacement_of(noor, MONDAY) == bram

    away = record_afwezigheid(bram.pk, van=MONDAY, tot=MONDAY, vervanger_id=ilse.pk, actor=SYSTEM)
    assert queries.replacement_of(noor, MONDAY) == ilse

    withdraw_afwezigheid(away.pk, actor=SYSTEM)
    assert queries.replacement_of(noor, MONDAY) == bram
    assert queries.replacement_of(noor, MONDAY + timedelta(days=1)) is None


def test_a_day_has_at_most_24_hours():
    noor = make_medewerker()

    with pytest.raises(HoursImpossible):
        change_rooster(noor.pk, uren=hours(25, 0, 0, 0, 0, 0, 0), actor=SYSTEM)

    assert not Rooster.objects.exists()


def test_hours_present_follow_roster_absence_and_contract():
    noor = make_medewerker()
    bram = make_medewerker(naam="Bram Janssen", username="bram")
    change_rooster(noor.pk, uren=hours(9, 9, 0, 9, 9, 0, 0), actor=SYSTEM)
    record_afwezigheid(noor.pk, van=MONDAY, tot=MONDAY, actor=SYSTEM)

    assert queries.hours_present([noor.pk, bram.pk], MONDAY) == {noor.pk: 27.0, bram.pk: pytest.approx(36.0)}


def test_hours_present_asks_the_same_number_of_queries_for_one_and_for_ten():
    people = [make_medewerker(naam=f"Persoon {number}", username=f"persoon{number}") for number in range(10)]
    counts = []
    for some in (people[:1], people):
        with CaptureQueriesContext(connection) as captured:
            queries.hours_present([person.pk for person in some], MONDAY)
        counts.append(len(captured))

    assert counts == [3, 3]
