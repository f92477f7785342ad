"""Marks, targets, the comparison of before and after, the heat map and the files."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.foundation import clock
from stoep.foundation.testing import deliver_outbox
from stoep.meldingen.commands import put_categorie, put_standaardtekst, put_vraag, retire_categorie
from stoep.meldingen.commands.put_categorie import CHANGEABLE
from stoep.meldingen.models import Categorie
from stoep.meldingen.testing import make_havendam, make_report
from stoep.organisatie.commands import create_groep
from stoep.organisatie.testing import make_afdeling
from stoep.sturing.commands import mark_change
from stoep.sturing.models import Markering, Meldingcijfer, Streefwaarde, Wijziging
from stoep.sturing.rules.vakken import vak_of
from stoep.sturing.tests.test_page import FILE, PAGE, count, file_of, lines
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import make_account, sign_in_client
from stoep.zaken.commands import put_toewijzingsregel

pytestmark = pytest.mark.django_db
SET = f"{PAGE}instellen/"
CENTRUM = vak_of(3.8, 51.33)


@pytest.fixture
def ilse(client, db):
    sign_in_client(client, make_account("sturing.read", "sturing.manage", username="ilse", name="Ilse van Dam"))
    return client


def ago(days):
    return clock.today() - timedelta(days=days)


def before_and_after(*, number=120):
    """60 of a hundred in time before, 90 after."""
    for first, days, in_time in ((0, 40, 0.6), (1000, 20, 0.9)):
        day = ago(days)
        good = round(number * in_time)
        done = {"day": day, "werkdagen": 1}
        count(good, first=first, **done, afgehandeld_op=day)
        count(number - good, first=first + 500, **done, afgehandeld_op=day + timedelta(days=9))


def test_a_mark_stands_in_the_chart_with_the_difference_before_and_after(ilse):
    before_and_after()
    form = {"label": "Formulier korter", "dag": ago(30).isoformat(), "categorie": "", "gebied": ""}
    assert ilse.post(SET, form).status_code == 302
    page = ilse.get(PAGE, {"weken": "4"}).content.decode()

    assert "Formulier korter" in page
    assert 'class="stoep-chart__mark"' in page
    assert "30 procentpunt hoger (tussen 19,3 en 39,9)" in page
    assert "geen duidelijk verschil" in page
    assert "Vergelijk ook met dezelfde weken van een jaar eerder" in page


def test_too_few_to_tell_is_said(ilse):
    before_and_after(number=99)
    mark_change(dag=ago(30), label="Iets", actor=SYSTEM)

    page = ilse.get(PAGE, {"weken": "4"}).content.decode()

    assert "te weinig om iets te zeggen" in page
    assert "procentpunt hoger (tussen" not in page


def test_a_changed_rule_is_marked_by_itself_and_only_where_it_is_about(ilse):
    count()
    groep = create_groep(code="wegen", naam="Wegen", afdeling_id=make_afdeling().pk, actor=SYSTEM)
    for gebieden in (["centrum"], ["oost"]):
        with clock.at(clock.now() - timedelta(days=2)):
            put_toewijzingsregel(
                naam="Tegels", groep_id=groep.pk, gebieden=gebieden, categorieen=["losse-stoeptegel"], actor=SYSTEM
            )
    make_havendam()

    assert "Regel gewijzigd: Tegels" in ilse.get(PAGE).content.decode()
    assert "Regel gewijzigd" not in ilse.get(PAGE, {"categorie": "lantaarnpaal-uit"}).content.decode()


def test_a_changed_category_is_marked_by_itself_with_its_difference(ilse):
    """Each way to change a category in use; one that nobody reported in, and one that did not change, are no mark."""
    make_havendam()
    texts = {"handeling": "opgelost", "titel": "Kort", "onderwerp": "Klaar", "tekst": "Het is gedaan."}
    with clock.at(clock.now() - timedelta(days=200)):
        make_report()
    with clock.at(clock.now() - timedelta(days=30)):
        tegel = Categorie.objects.get(slug="losse-stoeptegel")
        retyped = {name: getattr(tegel, name) for name in CHANGEABLE}
        for norm in (3, 3):
            put_categorie(
                slug="losse-stoeptegel",
                **retyped | {"servicenorm_werkdagen": norm},
                hoofdcategorie=tegel.hoofdcategorie.slug,
                actor=SYSTEM,
            )
        put_vraag(categorie="losse-stoeptegel", sleutel="los", tekst="Hoeveel?", soort="tekst", actor=SYSTEM)
        put_vraag(categorie="lantaarnpaal-uit", sleutel="los", tekst="Hoeveel?", soort="tekst", actor=SYSTEM)
    with clock.at(clock.now() - timedelta(days=10)):
        put_standaardtekst(**texts, categorie="losse-stoeptegel", actor=SYSTEM)
        put_standaardtekst(**texts, categorie="losse-stoeptegel", actor=SYSTEM)
    with clock.at(clock.now() - timedelta(days=5)):
        retire_categorie(slug="losse-stoeptegel", opvolger="lantaarnpaal-uit", actor=SYSTEM)
    deliver_outbox()
    before_and_after()

    assert set(Wijziging.objects.values_list("categorie", "wat")) == {
        ("losse-stoeptegel", "norm"),
        ("losse-stoeptegel", "vragen"),
        ("losse-stoeptegel", "teksten"),
        ("losse-stoeptegel", "samengevoegd"),
        ("lantaarnpaal-uit", "samengevoegd"),
    }
    asked = {"weken": "4", "markering": f"c-{ago(30).isoformat()}"}
    page = ilse.get(PAGE, {**asked, "categorie": "losse-stoeptegel"}).content.decode()
    assert "Losse of kapotte stoeptegel: servicenorm en vragen gewijzigd" in page
    assert "30 procentpunt hoger (tussen 19,3 en 39,9)" in page
    assert "servicenorm en vragen" in ilse.get(PAGE, {"categorie": tegel.hoofdcategorie.slug}).content.decode()
    other = ilse.get(PAGE, {"categorie": "lantaarnpaal-uit"}).content.decode()
    assert "servicenorm en vragen" not in other


def test_a_mark_of_another_subject_is_not_shown(ilse):
    make_havendam()
    count()
    mark_change(dag=ago(3), label="Alleen lampen", categorie="lantaarnpaal-uit", actor=SYSTEM)

    assert "Alleen lampen" in ilse.get(PAGE).content.decode()
    assert "Alleen lampen" not in ilse.get(PAGE, {"categorie": "losse-stoeptegel"}).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"label": ""},
        {"label": "\x00 "},
        {"label": "x" * 61},
        {"dag": "morgen"},
        {"dag": "9999-12-31"},
        {"categorie": "bestaat-niet"},
    ],
)
def test_a_mark_that_cannot_be_is_refused_at_its_field(ilse, wrong):
    page = ilse.post(SET, {"label": "Goed", "dag": ago(1).isoformat(), **wrong})

    assert page.status_code == 200
    assert not Markering.objects.exists()


def test_a_mark_shows_what_was_typed_as_text_and_can_be_taken_away(ilse):
    ilse.post(SET, {"label": "<script>1</script>", "dag": ago(1).isoformat()})
    row = Markering.objects.get()
    assert "<script>1" not in ilse.get(SET).content.decode()

    ilse.post(f"{SET}{row.pk}/weghalen/")

    assert not Markering.objects.exists()


def test_a_target_stands_at_its_number_and_as_a_line(ilse):
    before_and_after()
    assert ilse.post(SET, {"op_tijd": "80"}).status_code == 302
    page = ilse.get(PAGE, {"cijfer": "op_tijd"}).content.decode()
    assert "Niet gehaald: streefwaarde 80%" in page
    assert "stoep-chart__target" in page

    for wrong in ("0", "101", "veel", "9" * 20):
        assert ilse.post(SET, {"op_tijd": wrong}).status_code == 200
    assert Streefwaarde.objects.get().procent == 80

    ilse.post(SET, {"op_tijd": ""})
    assert not Streefwaarde.objects.exists()


def test_only_who_may_manage_marks_and_aims(client):
    sign_in_client(client, make_account("sturing.read", username="noor"))
    row = mark_change(dag=ago(1), label="Iets", actor=SYSTEM)

    assert client.get(SET).status_code == 403
    assert client.post(SET, {"op_tijd": "80"}).status_code == 403
    assert client.post(f"{SET}{row.pk}/weghalen/").status_code == 403
    assert Markering.objects.exists()
    assert client.get(f"{PAGE}definities/").status_code == 200


def test_the_heat_map_counts_hexagons_and_shows_them_in_a_table(ilse):
    make_havendam()
    count(3, vak=CENTRUM)
    count(2, first=10, vak=CENTRUM, day=ago(100))
    count(1, first=20, vak=vak_of(3.82, 51.34), gebied="")
    page = ilse.get(f"{PAGE}waar/").content.decode()

    assert page.count("<polygon") == 2
    assert "6 meldingen in 2 vakken" in page
    assert [row[0:4:3] for row in lines(ilse.get(FILE, {"tabel": "kaart"}))[1:]] == [
        ["Centrum", "5"],
        ["onbekend", "1"],
    ]


@pytest.mark.parametrize("tabel", ["groepen", "verloop", "leeftijd", "kaart", "verschil"])
def test_every_table_is_a_file_with_its_filters_and_definitions(ilse, tabel):
    make_havendam()
    before_and_after()
    mark_change(dag=ago(30), label="=1+1", actor=SYSTEM)
    rows = file_of(ilse.get(FILE, {"tabel": tabel, "kanaal": "site"}))

    assert ["Kanaal", "Website"] in rows
    assert any(row[:1] == ["Cijfer"] and "Bron" in row for row in rows)


def test_a_file_that_does_not_exist_is_not_found(ilse):
    assert ilse.get(FILE, {"tabel": "wachtwoorden"}).status_code == 404


def test_the_age_of_open_work_counts_all_that_is_open(ilse):
    for place, days in enumerate((0, 7, 8, 30, 400)):
        count(first=place, day=ago(days))
    count(first=50, day=ago(8), afgehandeld_op=ago(7), werkdagen=1)

    assert [row[1] for row in lines(ilse.get(FILE, {"tabel": "leeftijd"}))[1:]] == [
        "2",
        "1",
        "0",
        "1",
        "0",
        "0",
        "0",
        "1",
    ]


@pytest.mark.parametrize("page", [PAGE, f"{PAGE}waar/", f"{FILE}?tabel=verschil"])
def test_pages_take_the_same_number_of_queries_for_1_10_and_100(ilse, page):
    make_havendam()
    mark_change(dag=ago(60), label="Iets", actor=SYSTEM)
    ilse.get(page)
    numbers = []
    for first, last in ((0, 1), (1, 10), (10, 100)):
        for place in range(first, last):
            count(first=place, gebied=f"g{place}", vak=f"{place},1", day=ago(place * 3))
        with CaptureQueriesContext(connection) as captured:
            assert ilse.get(page).status_code == 200
        numbers.append(len(captured))

    assert len(set(numbers)) == 1


def test_a_page_over_years_reads_months_and_not_reports(ilse):
    count(5, day=ago(200))
    count(5, first=10, day=ago(3))
    Meldingcijfer.objects.filter(gemeld_op=ago(200)).delete()

    assert lines(ilse.get(FILE))[-1][3] == "10"
