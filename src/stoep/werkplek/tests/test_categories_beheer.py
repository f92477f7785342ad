"""Managing categories: questions, danger words, lists from elsewhere, and what recognises categories."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stoep.meldingen.commands import put_gevaar, put_vraag
from stoep.meldingen.models import Categorie, Gevaar, Vraag
from stoep.meldingen.rules.lijst import Unreadable, compare, read_lijst
from stoep.toegang.actors import SYSTEM

BEHEER = "/werkplek/beheer/categorieen/"
SIGNALEN = [
    {
        "name": "Afval",
        "slug": "afval",
        "sub_categories": [
            {
                "name": "Grofvuil",
                "slug": "grofvuil",
                "handling_message": "Wij halen het op.",
                "sla": {"n_days": 7, "use_calendar_days": True},
                "departments": [{"code": "RO"}, {"code": "ASC", "is_responsible": True}],
                "is_active": True,
                "public_name": "Grof vuil aan de straat",
            },
            {
                "name": "Afval naast een container",
                "slug": "afval-naast-container",
                "handling_message": "Nieuwe tekst.",
                "sla": {"n_days": 4, "use_calendar_days": False},
            },
        ],
    }
]


def test_a_list_of_signalen_is_read_with_calendar_days_as_working_days():
    head, one, _other = read_lijst(json.dumps(SIGNALEN))
    assert (head.slug, head.hoofdcategorie) == ("afval", "")
    assert (one.naam, one.hoofdcategorie, one.afdeling) == ("Grof vuil aan de straat", "afval", "ASC")
    assert one.servicenorm_werkdagen == 5


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "geen json",
        "[]",
        "null",
        "3",
        "[1]",
        '[{"slug": "x"}]',
        '[{"name": "A", "sla": {"n_days": "veel"}}]',
        '[{"name": "A", "sla": {"n_days": 999}}]',
        '[{"name": "A"}, {"name": "A"}]',
        '[{"name": "A", "sub_categories": [{"name": "B", "sub_categories": [{"name": "C"}]}]}]',
        "[" * 20000,
        json.dumps([{"name": "n" * 500}]),
    ],
)
def test_a_list_that_cannot_be_read_says_why(tekst):
    with pytest.raises(Unreadable, match=r"\w"):
        read_lijst(tekst)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["name", "slug", "sla", "n_days", "parent", "sub_categories", "departments"]), inner)))  # fmt: skip
@settings(max_examples=80, deadline=None)
def test_whatever_is_sent_is_read_or_refused(data):
    with suppress(Unreadable):
        compare(read_lijst(json.dumps(data)), {}, stop_missing=True)


def test_a_list_is_previewed_before_it_is_taken_over(as_anouk):
    sent = {"tekst": json.dumps(SIGNALEN), "stop_missing": ""}
    preview = as_anouk.post(f"{BEHEER}lijst/", sent).content.decode()
    assert "Grof vuil aan de straat" in preview
    assert "Nieuwe tekst." in preview
    assert not Categorie.objects.filter(slug="grofvuil").exists()
    words = Categorie.objects.get(slug="afval-naast-container").zoekwoorden
    assert as_anouk.post(f"{BEHEER}lijst/", {**sent, "stap": "doen"}).status_code == 302
    changed = Categorie.objects.get(slug="afval-naast-container")
    assert (changed.handelingstekst, changed.servicenorm_werkdagen, changed.zoekwoorden) == ("Nieuwe tekst.", 4, words)
    assert Categorie.objects.get(slug="grofvuil").hoofdcategorie.slug == "afval"
    assert "Er verandert niets" in as_anouk.post(f"{BEHEER}lijst/", sent).content.decode()


def test_what_is_not_in_the_list_stops_only_with_a_successor(as_anouk):
    sent = {"tekst": json.dumps(SIGNALEN), "stop_missing": "on", "stap": "doen"}
    assert as_anouk.post(f"{BEHEER}lijst/", sent).status_code == 200
    assert Categorie.objects.get(slug="ratten").actief
    assert as_anouk.post(f"{BEHEER}lijst/", {**sent, "opvolger": "afval-naast-container"}).status_code == 302
    assert Categorie.objects.get(slug="ratten").opvolger.slug == "afval-naast-container"


def test_our_own_list_goes_out_and_changes_nothing_when_it_comes_back(as_anouk):
    out = as_anouk.get(f"{BEHEER}lijst/uit/")
    assert out["Content-Disposition"].startswith("attachment")
    back = as_anouk.post(f"{BEHEER}lijst/", {"tekst": out.content.decode()}).content.decode()
    assert "Er verandert niets" in back


def test_a_question_is_made_with_a_condition_in_rows_and_moved(as_anouk):
    new = f"{BEHEER}lantaarnpaal-uit/vragen/nieuw/"
    assert as_anouk.post(new, {"tekst": "Hoeveel lampen?", "soort": "getal", "actief": "on"}).status_code == 302
    row = {"als_0": "hoeveel-lampen", "is_0": ">", "waarde_0": "3"}
    data = {"tekst": "Is alles donker?", "soort": "ja-nee", "actief": "on", **row}
    assert as_anouk.post(new, data).status_code == 302
    made = Vraag.objects.get(sleutel="is-alles-donker")
    assert made.voorwaarde == {">": [{"var": "hoeveel-lampen"}, 3]}
    page = as_anouk.get(f"{BEHEER}lantaarnpaal-uit/").content.decode()
    assert "alleen als ‘Hoeveel lampen?’ is meer dan 3" in page
    assert "Wie veranderde wat" in page
    refused = as_anouk.post(f"{BEHEER}lantaarnpaal-uit/vragen/is-alles-donker/", {**data, "logica": '{"exec": [1]}'})
    assert "kan niet in een voorwaarde" in refused.content.decode()
    assert (
        as_anouk.post(f"{BEHEER}lantaarnpaal-uit/vragen/is-alles-donker/", {**data, "logica": "{"}).status_code == 200
    )
    assert Vraag.objects.get(sleutel="is-alles-donker").voorwaarde == made.voorwaarde
    number = {**data, "tekst": "Welk nummer staat er?", "soort": "tekst", "keuzes": "", "objectnummer": "on"}
    assert as_anouk.post(new, {**number, "als_0": ""}).status_code == 302
    assert as_anouk.post(f"{BEHEER}lantaarnpaal-uit/vragen/hoeveel-lampen/eerder/").status_code == 302
    assert Vraag.objects.get(sleutel="welk-nummer-staat-er").objectnummer, "moving questions keeps it"


def test_a_category_keeps_what_its_page_does_not_ask_and_can_be_stopped(as_anouk):
    Categorie.objects.filter(slug="ratten").update(straal_meters=77, openbaar=False)
    page = as_anouk.get(f"{BEHEER}ratten/").content.decode()
    assert 'value="77"' in page
    as_anouk.post(f"{BEHEER}ratten/stoppen/", {"opvolger": "afval-naast-container"})
    assert not Categorie.objects.get(slug="ratten").actief
    assert "Dit onderwerp is gestopt" in as_anouk.get(f"{BEHEER}ratten/").content.decode()
    assert "nu: Afval naast een container" in as_anouk.get(BEHEER).content.decode()


def test_danger_words_are_edited_and_nonsense_is_refused(as_anouk):
    put_gevaar(slug="gas", titel="Bel", tekst="Ga weg", telefoon="112", woorden=["gas"], actor=SYSTEM)
    data = {"titel": "Bel", "tekst": "Ga weg", "telefoon": "112", "woorden": "gas\nGaslek\ngas", "actief": "on"}
    data["volgorde"] = "1"
    assert as_anouk.post(f"{BEHEER}gevaar/gas/", data).status_code == 302
    assert Gevaar.objects.get().woorden == ["gas", "gaslek"]
    assert as_anouk.post(f"{BEHEER}gevaar/gas/", {**data, "telefoon": "<script>"}).status_code == 200
    assert "gaslek" in as_anouk.get(f"{BEHEER}gevaar/").content.decode()
    assert as_anouk.get(f"{BEHEER}gevaar/bestaat-niet/").status_code == 404


def test_the_page_of_recognition_asks_for_learning(as_anouk):
    assert "nog niets geleerd" in as_anouk.get(f"{BEHEER}herkenning/").content.decode()
    assert as_anouk.post(f"{BEHEER}herkenning/leren/").status_code == 302
    assert as_anouk.post(f"{BEHEER}herkenning/99/").status_code == 404


def test_the_tree_costs_the_same_for_one_category_and_for_many(as_anouk, django_assert_max_num_queries):
    for number in range(30):
        put_vraag(categorie="ratten", sleutel=f"v-{number}", tekst="Hoeveel?", soort="getal", actor=SYSTEM)
    with django_assert_max_num_queries(25):
        as_anouk.get(BEHEER)


@pytest.mark.parametrize("path", ["", "lijst/", "lijst/uit/", "gevaar/", "herkenning/", "ratten/vragen/nieuw/"])
def test_who_may_not_manage_sees_none_of_it(as_noor, path):
    assert as_noor.get(BEHEER + path).status_code in (403, 404)
