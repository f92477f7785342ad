"""The pure rules of meldingen."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.meldingen.rules.berichtteksten import compose_bericht
from stoep.meldingen.rules.nummers import ALPHABET, LENGTH, read_nummer, write_nummer
from stoep.meldingen.rules.plek import Bekend, Bron, Opgave, decide_bron, read_coordinate
from stoep.meldingen.rules.tekst import LONGEST_OMSCHRIJVING, shorten
from stoep.meldingen.rules.tijdlijn import StatusGezet, tell_tijdlijn, tell_verwachting
from stoep.meldingen.rules.voorstel import Kandidaat, clear_winner, propose_categorie
from stoep.meldingen.rules.woordstam import stem

DATA = json.loads((Path(__file__).parents[1] / "data" / "categorieen.json").read_text())["categorieen"]
KANDIDATEN = [Kandidaat(sub["slug"], tuple(sub["zoekwoorden"])) for hoofd in DATA for sub in hoofd["subcategorieen"]]


@pytest.mark.parametrize(
    ("tekst", "slug"),
    [
        ("Er ligt een stoeptegel los voor nummer 12, mijn moeder is bijna gestruikeld", "losse-stoeptegel"),
        ("De tégels op de stoep liggen scheef", "losse-stoeptegel"),
        ("De lamp in de straat is al een week uit", "lantaarnpaal-uit"),
        ("vuilniszakken naast de container op het plein", "afval-naast-container"),
        ("ik ruik gas", "gaslucht"),
        ("boom omgewaaid op de weg", "boom-gevaarlijk"),
        ("put verstopt water blijft staan", "put-verstopt"),
        ("vijver vol dode vissen", "sloot-of-vijver"),
        ("er hangt een kabel los bij de lantaarn", "hangende-kabel"),
        ("Grofvuil gedumpt in het bos", "dumping"),
        ("auto geparkeerd op de stoep", "parkeeroverlast"),
    ],
)
def test_words_of_residents_lead_to_the_category_that_they_mean(tekst, slug):
    winner = clear_winner(propose_categorie(tekst, KANDIDATEN))
    assert winner is not None
    assert winner.slug == slug
    assert winner.woorden


@pytest.mark.parametrize("tekst", ["", "asdf qwer", "😀😀😀", "de het een bij van", "\u202e\u0000"])
def test_words_that_say_nothing_propose_nothing(tekst):
    assert propose_categorie(tekst, KANDIDATEN) == []


def test_two_meanings_are_asked_not_guessed():
    voorstellen = propose_categorie("ratten in de speeltuin", KANDIDATEN)
    assert {voorstel.slug for voorstel in voorstellen} >= {"ratten", "speeltoestel"}
    assert clear_winner(voorstellen) is None


@given(st.text(max_size=300))
def test_any_text_can_be_proposed_for(tekst):
    voorstellen = propose_categorie(tekst, KANDIDATEN)
    assert len(voorstellen) <= 4
    assert all(voorstel.score > 0 for voorstel in voorstellen)


def test_plural_and_diminutive_have_the_stem_of_their_family():
    assert stem("tegels") == stem("tegel") == stem("tegeltje")
    assert stem("lantaarnpalen") == stem("lantaarnpaal")


def test_every_category_can_be_told_apart_and_has_words_and_an_icon():
    slugs = [sub["slug"] for hoofd in DATA for sub in hoofd["subcategorieen"]]
    assert len(DATA) >= 9
    assert len(slugs) >= 40
    assert len(slugs) == len(set(slugs))
    for hoofd in DATA:
        for sub in hoofd["subcategorieen"]:
            assert sub["zoekwoorden"], sub["slug"]
            assert sub["handelingstekst"], sub["slug"]
            assert 1 <= sub["servicenorm_werkdagen"] <= 60
            assert len(sub["uitleg"]) <= 160


@given(st.integers(min_value=0, max_value=len(ALPHABET) ** LENGTH - 1))
def test_a_receipt_number_is_read_back_however_it_is_typed(number):
    nummer = write_nummer(number)
    assert read_nummer(nummer) == nummer
    assert read_nummer(f"  {nummer.lower().replace('-', ' ')} ") == nummer
    assert read_nummer(nummer.removeprefix("M-")) == nummer


@pytest.mark.parametrize("typed", ["", "M-", "M-ABC", "M-AEIOU1", "ZAAK-2026-000001", "M-2222222", "😀", "M-00O0I1"])
def test_what_cannot_be_a_receipt_number_is_none(typed):
    assert read_nummer(typed) == ""


HIER = Bekend(adres="Kade 1", lon=3.8, lat=51.33)


@pytest.mark.parametrize(
    ("opgave", "bekend", "bron"),
    [
        (Opgave(), Bekend(), Bron.NIETS),
        (Opgave(adres="Kade 1"), Bekend(), Bron.ADRES),
        (Opgave(lon="3.8", lat="51.33"), Bekend(), Bron.SPELD),
        (Opgave(adres="Kade 1", lon="3.8", lat="51.33"), HIER, Bron.SPELD),
        (Opgave(adres="Wilgenlaan 12", lon="3.8", lat="51.33"), HIER, Bron.ADRES),
        (Opgave(adres="Kade 1", lon="3.81", lat="51.33"), HIER, Bron.SPELD),
        (Opgave(adres="Kade 1", lon="nan", lat="51.33"), HIER, Bron.ONLEESBAAR),
        (Opgave(adres="Kade 1", lon="inf", lat="1e999"), HIER, Bron.ONLEESBAAR),
        (Opgave(adres="Kade 1", lon="<script>", lat="51.33"), HIER, Bron.ONLEESBAAR),
        (Opgave(adres="Kade 1", lon="3.8"), HIER, Bron.ONLEESBAAR),
        (Opgave(adres="x", lon="3,8", lat="51,33", keuze="3.8|51.33|Kade 1"), HIER, Bron.KEUZE),
    ],
)
def test_what_changed_since_the_last_time_says_where_it_is(opgave, bekend, bron):
    assert decide_bron(opgave, bekend) is bron


@given(st.text(max_size=30))
def test_a_coordinate_is_a_number_on_earth_or_nothing(typed):
    number = read_coordinate(typed, 180)
    assert number is None or -180 <= number <= 180


def test_a_description_is_one_line_of_at_most_eighty_signs():
    assert shorten("Losse\ntegel  op de kade") == "Losse tegel op de kade"
    long = shorten("woord " * 40)
    assert len(long) <= LONGEST_OMSCHRIJVING
    assert long.endswith("…")


def moment(day: int) -> datetime:
    return datetime(2026, 12, day, 9, tzinfo=UTC)


def test_the_reporter_sees_each_phase_once_and_no_internal_moves():
    regels = tell_tijdlijn(
        [
            StatusGezet("In behandeling", moment(2)),
            StatusGezet("Gemeld", moment(1)),
            StatusGezet("In behandeling", moment(3)),
            StatusGezet("Wacht op aannemer", moment(4)),
            StatusGezet("Afgehandeld", moment(5)),
        ]
    )
    assert [regel.op.day for regel in regels] == [1, 2, 5]
    assert [regel.is_laatste for regel in regels] == [False, False, True]


def test_the_expected_day_is_told_honestly_when_it_has_gone():
    today = date(2026, 12, 10)
    late = tell_verwachting(status="In behandeling", gepland_op=None, verwacht_op=date(2026, 12, 9), today=today)
    assert "langer" in late
    assert tell_verwachting(status="Afgehandeld", gepland_op=None, verwacht_op=today, today=today) == ""


def test_a_question_carries_the_link_to_answer_it():
    bericht = compose_bericht(
        "vraag", "Vraag over {{ nummer }}", "Waar is het?", {"nummer": "M-2", "antwoordlink": "https://x"}
    )
    assert bericht.onderwerp == "Vraag over M-2"
    assert "Waar is het?" in bericht.tekst
    assert "https://x" in bericht.tekst
