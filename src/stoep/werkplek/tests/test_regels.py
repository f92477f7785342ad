"""The pages of assignment rules: sentences, findings, a trial, and versions."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.meldingen.models import Melding
from stoep.meldingen.testing import known_addresses, make_report
from stoep.toegang.actors import SYSTEM
from stoep.werkplek.regelzinnen import Namen, say_gat, say_uren, sentence_of
from stoep.zaken.commands import put_toewijzingsregel
from stoep.zaken.models import Regelversie, Toewijzingsregel, Zaak
from stoep.zaken.rules.dekking import WEEK, Gat, Wereld

PAGE = "/werkplek/beheer/toewijzingsregels/"
PROEF = f"{PAGE}proef/"
VRAAG = {"tekst": "Er ligt een losse stoeptegel", "kanaal": "site", "weekdag": "6", "uur": "9", "adres": "Kade 1"}


@pytest.fixture
def wegenregel(wegen):
    return put_toewijzingsregel(naam="Tegels", groep_id=wegen.pk, categorieen=["losse-stoeptegel"], actor=SYSTEM)


def form_of(regel, **changed):
    return {
        "naam": regel.naam,
        "categorieen": regel.categorieen,
        "groep_id": str(regel.groep_id),
        "prioriteit": "100",
        "actief": "on",
        "versie": "1",
        **changed,
    }


def page_of(client, url):
    return client.get(url).content.decode()


def test_a_rule_is_written_read_as_a_sentence_and_switched_off(as_anouk, wegen):
    form = {
        "naam": "Wegen Centrum",
        "categorieen": ["losse-stoeptegel"],
        "gebieden": ["centrum"],
        "weekdagen": ["0", "1", "2"],
        "uur_van": "8",
        "uur_tot": "17",
        "groep_id": str(wegen.pk),
        "prioriteit": "10",
        "actief": "on",
    }
    assert as_anouk.post("/werkplek/beheer/toewijzingsregels/nieuw/", form).status_code == 302
    page = as_anouk.get("/werkplek/beheer/toewijzingsregels/").content.decode()
    assert "in Centrum op maandag tot en met woensdag tussen 8 en 17 uur gaan naar Wegen." in page
    regel = Toewijzingsregel.objects.get()
    form.pop("actief")
    assert as_anouk.post(f"/werkplek/beheer/toewijzingsregels/{regel.pk}/", form).status_code == 302
    assert not Toewijzingsregel.objects.get().actief


def test_a_rule_without_conditions_reads_as_the_rest():
    class Row:
        categorieen = gebieden = kanalen = weekdagen = ()
        alleen_spoed = False
        uur_van = uur_tot = medewerker_id = None
        groep_id, kies_lid = "g", True

    namen = Namen(groepen={"g": "Wegen"})
    told = sentence_of(Row(), namen)
    assert told == "Alle andere meldingen gaan naar Wegen; Stoep kiest wie er is en het minste werk heeft."


def test_a_gap_is_said_and_gone_when_it_is_mended(as_anouk, wegen, wegenregel):
    page = page_of(as_anouk, PAGE)
    assert "Niemand krijgt dit" in page
    assert "Niemand krijgt meldingen over" in page

    put_toewijzingsregel(naam="Rest", groep_id=wegen.pk, prioriteit=900, actor=SYSTEM)

    assert "Elke melding komt bij iemand terecht" in page_of(as_anouk, PAGE)


@pytest.mark.parametrize(
    ("uren", "says"),
    [
        (WEEK, ""),
        ([(6, hour) for hour in range(24)], "op zondag"),
        ([(day, hour) for day in range(5) for hour in (*range(8), *range(17, 24))],
         "op maandag tot en met vrijdag tussen 17 en 8 uur"),
        ([(day, hour) for day in range(7) for hour in range(8, 17)], "tussen 8 en 17 uur"),
        ([(5, 0), *[(6, hour) for hour in range(24)]], "op zaterdag tussen 0 en 1 uur en op zondag"),
    ],
)  # fmt: skip
def test_hours_of_the_week_read_as_people_say_them(uren, says):
    assert say_uren(frozenset(uren)) == says


def test_a_gap_reads_as_a_sentence():
    wereld = Wereld("m", {"graffiti": (), "kuil": ()}, {"zuidhaven": (), "centrum": ()}, ("site",))
    gat = Gat(
        frozenset({"graffiti"}),
        frozenset({"zuidhaven"}),
        frozenset({"site"}),
        frozenset((6, hour) for hour in range(24)),
    )
    namen = Namen({"graffiti": "Graffiti"}, {"zuidhaven": "Zuidhaven"})

    assert say_gat(gat, namen, wereld) == "Niemand krijgt meldingen over Graffiti in Zuidhaven op zondag."


def test_a_trial_says_category_area_rule_and_what_the_reporter_reads_and_stores_nothing(as_anouk, wegenregel, wegen):
    put_toewijzingsregel(naam="Lampen", groep_id=wegen.pk, categorieen=["lantaarnpaal-uit"], actor=SYSTEM)
    with known_addresses():
        page = as_anouk.post(PROEF, VRAAG).content.decode()

    for words in (
        "gaan naar Wegen",
        "Centrum",
        "Regel &#x27;Tegels&#x27;",
        "geldt alleen voor",
        "uiterlijk",
        "M-VOORBEELD",
    ):
        assert words in page
    assert not Zaak.objects.exists()
    assert not Melding.objects.exists()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"tekst": ""}, "Schrijf wat iemand zou melden"),
        ({"tekst": "x" * 1001}, "hoogstens 1000 tekens"),
        ({"tekst": "\x00"}, "Schrijf wat iemand zou melden"),
        ({"tekst": "qwertz"}, "Geen categorie"),
        ({"adres": "bestaat niet"}, "niet gevonden"),
        ({"adres": "", "lon": "x", "lat": "<script>"}, "niet te lezen"),
        ({"adres": "", "lon": "3.3", "lat": "51.6"}, "buiten de gemeente"),
        ({"adres": ""}, "Geen plek gekozen"),
        ({"categorie": "lantaarnpaal-uit"}, "Niemand krijgt deze melding"),
        ({"weekdag": "9"}, "Er "),
    ],
)
def test_whatever_is_asked_gets_an_answer_in_words(as_anouk, wegenregel, changed, says):
    with known_addresses():
        page = as_anouk.post(PROEF, {**VRAAG, **changed})

    assert page.status_code == 200
    assert says in page.content.decode()
    assert "<script>" not in page.content.decode().split("<main")[1].split("</main")[0]


def test_a_new_address_wins_from_the_pin_that_was_there(as_anouk, wegenregel):
    seen = {"lon": "3.800000", "lat": "51.330000", "gezien": "3.800000|51.330000|Kade 1, 4531 AA Havendam"}
    with known_addresses():
        page = as_anouk.post(PROEF, {**VRAAG, **seen, "adres": "Wilgenlaan 12"}).content.decode()

    assert "Wilgenlaan 12, 4531 AB Havendam" in page


def test_the_consequences_are_seen_before_anything_is_stored(as_anouk, wegenregel, wegen):
    make_report()
    make_report(categorie="lantaarnpaal-uit")
    changed = form_of(wegenregel, categorieen=["lantaarnpaal-uit"], proef="1")
    page = as_anouk.post(f"{PAGE}{wegenregel.pk}/", changed).content.decode()

    assert "Van de 2 meldingen van de laatste 30 dagen waren er 2 ergens anders terechtgekomen." in page
    assert "Dit komt erbij" in page
    assert Toewijzingsregel.objects.get().categorieen == ["losse-stoeptegel"]
    assert Regelversie.objects.count() == 1


def test_a_change_shows_who_changed_what_and_an_old_version_comes_back(as_anouk, wegenregel):
    form = form_of(wegenregel, gebieden=["centrum"], reden="<b>Proef</b> in Centrum")
    assert as_anouk.post(f"{PAGE}{wegenregel.pk}/", form).status_code == 302
    page = page_of(as_anouk, f"{PAGE}{wegenregel.pk}/versies/")
    for words in ("Anouk de Wit", "<del>de hele gemeente</del>", "<ins>Centrum</ins>", "&lt;b&gt;Proef"):
        assert words in page

    as_anouk.post(f"{PAGE}{wegenregel.pk}/terug/", {"nummer": "1"})

    assert Toewijzingsregel.objects.get().gebieden == []
    assert "Versie 3" in page_of(as_anouk, f"{PAGE}{wegenregel.pk}/versies/")


@pytest.mark.parametrize("nummer", ["", "0", "99", "x", "9" * 30])
def test_a_version_that_is_not_there_changes_nothing(as_anouk, wegenregel, nummer):
    answer = as_anouk.post(f"{PAGE}{wegenregel.pk}/terug/", {"nummer": nummer})

    assert answer.status_code in (302, 404)
    assert Regelversie.objects.count() == 1


def test_who_changed_it_meanwhile_is_named_and_what_was_typed_stays(as_anouk, wegen, wegenregel):
    put_toewijzingsregel(naam="Tegels", groep_id=wegen.pk, prioriteit=7, actor=SYSTEM)
    page = as_anouk.post(f"{PAGE}{wegenregel.pk}/", form_of(wegenregel, reden="Mijn reden")).content.decode()

    assert "intussen ook veranderd" in page
    assert "Mijn reden" in page
    assert Toewijzingsregel.objects.get().prioriteit == 7


def test_only_who_manages_rules_reaches_these_pages(as_noor, wegenregel):
    for url in (PAGE, PROEF, f"{PAGE}{wegenregel.pk}/versies/"):
        assert as_noor.get(url).status_code == 403
    assert as_noor.post(f"{PAGE}{wegenregel.pk}/terug/", {"nummer": "1"}).status_code == 403


@pytest.mark.parametrize("part", ["", "versies"])
def test_lists_of_rules_and_versions_take_as_many_queries_for_1_10_and_100(as_anouk, wegen, part):
    regel = put_toewijzingsregel(naam="R0", groep_id=wegen.pk, actor=SYSTEM)
    url = f"{PAGE}{regel.pk}/versies/" if part else PAGE
    page_of(as_anouk, url)
    numbers = []
    for first, last in ((1, 2), (2, 11), (11, 101)):
        for place in range(first, last):
            put_toewijzingsregel(
                naam="R0" if part else f"R{place}",
                groep_id=wegen.pk,
                prioriteit=place,
                gebieden=[f"g{place}"],
                actor=SYSTEM,
            )
        with CaptureQueriesContext(connection) as captured:
            assert as_anouk.get(url).status_code == 200
        numbers.append(len(captured))

    assert len(set(numbers)) == 1
