"""The pages about the organisation and about presence."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stoep.foundation import clock
from stoep.organisatie.commands import create_groep, record_afwezigheid
from stoep.organisatie.models import Afdeling, Afwezigheid, Groep, Lidmaatschap, Medewerker, Rooster
from stoep.organisatie.testing import make_afdeling, make_medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.models import Account
from stoep.toegang.testing import make_account, sign_in_client

pytestmark = pytest.mark.django_db
HOME = "/werkplek/beheer/organisatie/"
MINE = "/werkplek/mijn-aanwezigheid/"


@pytest.fixture
def beheer(client) -> Client:
    sign_in_client(client, make_account("organisatie.manage", username="anouk", name="Anouk de Wit"))
    return client


def mine(client) -> Medewerker:
    noor = make_medewerker()
    sign_in_client(client, noor.account)
    return noor


def test_an_employee_keeps_hours_and_absence(client):
    noor = mine(client)
    bram = make_medewerker(naam="Bram Janssen", username="bram")
    today = clock.today()
    days = dict.fromkeys(("maandag", "dinsdag", "donderdag", "vrijdag"), "9,00") | dict.fromkeys(
        ("woensdag", "zaterdag", "zondag"), "0"
    )

    assert client.post(MINE, {"act": "rooster", **days}).status_code == 302
    away = {"act": "afwezig", "van": today.isoformat(), "tot": today.isoformat(), "vervanger": str(bram.pk)}
    assert client.post(MINE, away).status_code == 302
    page = client.get(MINE).content.decode()

    assert Rooster.objects.get(medewerker=noor).uren == (9, 9, 0, 9, 9, 0, 0)
    assert "Bram Janssen neemt het werk over" in page


def test_an_absence_is_withdrawn_and_pressing_twice_harms_nobody(client):
    noor = mine(client)
    today = clock.today()
    away = record_afwezigheid(noor.pk, van=today, tot=today, actor=SYSTEM)

    for _ in range(2):
        assert client.post(MINE, {"act": "intrekken", "afwezigheid": str(away.pk)}).status_code == 302

    assert not Afwezigheid.objects.exists()


def test_nobody_withdraws_the_absence_of_a_colleague(client):
    mine(client)
    bram = make_medewerker(naam="Bram Janssen", username="bram")
    today = clock.today()
    away = record_afwezigheid(bram.pk, van=today, tot=today, actor=SYSTEM)

    assert client.post(MINE, {"act": "intrekken", "afwezigheid": str(away.pk)}).status_code == 403

    assert Afwezigheid.objects.count() == 1


def test_a_refused_period_is_said_at_its_field_and_keeps_what_was_typed(client):
    mine(client)
    today = clock.today()
    typed = {"act": "afwezig", "van": today.isoformat(), "tot": (today - timedelta(days=1)).isoformat()}

    page = client.post(MINE, typed).content.decode()

    assert "ligt vóór de eerste dag" in page
    assert f'value="{typed["tot"]}"' in page
    assert not Afwezigheid.objects.exists()


@pytest.mark.parametrize("bad", ["25", "-1", "acht", "", "9" * 300, "1e5", "NaN", "\x00"])
def test_impossible_hours_are_refused(client, bad):
    mine(client)
    days = dict.fromkeys(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"), "0")

    page = client.post(MINE, {"act": "rooster", **days, "maandag": bad})

    assert page.status_code == 200
    assert not Rooster.objects.exists()


@pytest.mark.parametrize("bad", [{"van": "morgen", "tot": "31-02-2026"}, {"van": "", "tot": ""}, {"vervanger": "x"}])
def test_impossible_days_are_refused(client, bad):
    mine(client)

    assert client.post(MINE, {"act": "afwezig", **bad}).status_code == 200

    assert not Afwezigheid.objects.exists()


def test_an_account_without_employee_hears_what_to_do(beheer):
    page = beheer.get(MINE)

    assert page.status_code == 404
    assert "functioneel beheer" in page.content.decode()


def test_departments_employees_and_groups_are_made_by_pages(beheer):
    noor = make_account(username="noor")
    assert (
        beheer.post(f"{HOME}afdelingen/nieuw/", {"naam": "Groen", "code": "groen", "telefoon": ""}).status_code == 302
    )
    groen = Afdeling.objects.get(code="groen")
    fields = {"account": str(noor.pk), "naam": "Noor Bakker", "afdeling": str(groen.pk), "uren_per_week": "32"}
    assert beheer.post(f"{HOME}medewerkers/nieuw/", fields).status_code == 302
    assert (
        beheer.post(f"{HOME}groepen/nieuw/", {"naam": "Bomen", "code": "bomen", "afdeling": str(groen.pk)}).status_code
        == 302
    )
    person = Medewerker.objects.get()
    assert beheer.post(f"{HOME}groepen/bomen/", {"act": "leden", "leden": [str(person.pk)]}).status_code == 302

    assert list(Groep.objects.get().leden.all()) == [person]
    for address in ("", "afdelingen/", "afdelingen/groen/", "groepen/", "groepen/bomen/", f"medewerkers/{person.pk}/"):
        assert beheer.get(HOME + address).status_code == 200
    assert beheer.get(f"{HOME}medewerkers/{person.pk}/aanwezigheid/").status_code == 200


def test_a_department_with_people_is_not_removed(beheer):
    make_medewerker()

    page = beheer.post(f"{HOME}afdelingen/openbare-ruimte/verwijderen/", follow=True)

    assert "Verplaats die eerst" in page.content.decode()
    assert Afdeling.objects.count() == 1


def test_a_code_that_is_taken_is_said_at_the_field(beheer):
    make_afdeling()

    page = beheer.post(f"{HOME}afdelingen/nieuw/", {"naam": "Anders", "code": "openbare-ruimte"}).content.decode()

    assert "al in gebruik" in page
    assert 'value="Anders"' in page


def test_pages_about_the_organisation_are_closed_to_others(client):
    sign_in_client(client, make_account("zaken.read"))

    for address in ("", "afdelingen/", "groepen/", "medewerkers/nieuw/"):
        assert client.get(HOME + address).status_code == 403


@pytest.mark.parametrize("address", ["", "afdelingen/", "groepen/"])
def test_each_list_asks_the_same_number_of_queries_for_1_10_and_100(beheer, address):
    afdeling = make_afdeling()
    create_groep(code="groep", naam="Groep", afdeling_id=afdeling.pk, actor=SYSTEM)
    beheer.get(HOME + address)
    counts = []
    for first, last in ((0, 1), (1, 10), (10, 100)):
        add_rows(afdeling, range(first, last))
        with CaptureQueriesContext(connection) as captured:
            assert beheer.get(HOME + address).status_code == 200
        counts.append(len(captured))

    assert len(set(counts)) == 1


def add_rows(afdeling: Afdeling, numbers: range) -> None:
    accounts = Account.objects.bulk_create(Account(username=f"persoon{number}") for number in numbers)
    people = Medewerker.objects.bulk_create(
        Medewerker(account=account, naam=account.username, sorteernaam=account.username, afdeling=afdeling)
        for account in accounts
    )
    Afdeling.objects.bulk_create(Afdeling(code=f"afdeling-{number}", naam=f"Afdeling {number}") for number in numbers)
    groups = Groep.objects.bulk_create(
        Groep(code=f"groep-{number}", naam=f"Groep {number}", afdeling=afdeling) for number in numbers
    )
    Lidmaatschap.objects.bulk_create(
        Lidmaatschap(groep=groep, medewerker=person) for groep, person in zip(groups, people, strict=True)
    )
