"""What recognises categories in words: what it learns, what it explains, and what it never keeps."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stoep.foundation.errors import NotAllowed, NotFound
from stoep.meldingen import queries
from stoep.meldingen.commands import put_categorie, recategorise_melding, train_herkenner, use_herkenner
from stoep.meldingen.models import Categorie, Correctie, Herkenner
from stoep.meldingen.queries.herkenning import herkenner
from stoep.meldingen.rules.herkenner import Voorbeeld, pack, train, unpack
from stoep.meldingen.rules.kenmerken import harmless_words
from stoep.meldingen.rules.voorbeelden import known_stems, read_categorieen, read_zinnen
from stoep.meldingen.testing import make_report
from stoep.toegang.actors import ANONYMOUS, SYSTEM

SMALL = [
    Voorbeeld("er ligt een tegel los", "losse-stoeptegel"),
    Voorbeeld("stoeptegel steekt uit", "losse-stoeptegel"),
    Voorbeeld("losse stoeptegels", "losse-stoeptegel"),
    Voorbeeld("onze lantaarnpaal doet het niet", "lantaarnpaal-uit"),
    Voorbeeld("lantaarnpaal is uit", "lantaarnpaal-uit"),
    Voorbeeld("de lamp brandt niet", "lantaarnpaal-uit"),
    Voorbeeld("rat in de tuin", "ratten"),
    Voorbeeld("ratten bij de container", "ratten"),
]


MODEL = train(SMALL)[0]


@pytest.fixture
def small():
    return MODEL


def test_every_category_has_at_least_twelve_sentences_of_its_own():
    zinnen = read_zinnen()
    assert {one.slug for one in read_categorieen()} == set(zinnen)
    assert min(len(set(one)) for one in zinnen.values()) >= 12


def test_a_compound_and_a_typing_error_are_recognised_too(small):
    assert small.recognise("stoeptegelprobleem")[0].categorie == "losse-stoeptegel"
    assert small.recognise("lantarenpaal stuk")[0].categorie == "lantaarnpaal-uit"


def test_it_says_which_word_led_to_it(small):
    assert small.recognise("Hallo, er zijn ratten gezien")[0].woorden == ("ratten",)


def test_what_it_learned_is_the_same_after_storing(small):
    again = unpack(pack(small))
    assert again.categorieen == small.categorieen
    assert again.recognise("losse tegel")[0].categorie == "losse-stoeptegel"


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_gets_an_answer_with_chances_that_are_chances(text):
    found = MODEL.recognise(text)
    assert all(0 <= one.kans <= 1 for one in found)
    assert [one.kans for one in found] == sorted((one.kans for one in found), reverse=True)


@pytest.mark.parametrize(
    ("tekst", "blijft"),
    [
        ("Tegel ligt los bij Jan Jansen, bel 06-12345678", {"ligt", "los"}),
        ("de tegel ligt los. Mijn naam is piet puk", {"tegel", "ligt", "los"}),
        ("auto met kenteken AB-123-C staat op de stoep", {"auto", "staat", "stoep"}),
        ("mail mij op jan@voorbeeld.nl over de lamp", {"lamp"}),
        ("de lamp voor Wilgenlaan 12 is kapot", {"lamp", "kapot"}),
    ],
)
def test_no_name_number_or_address_is_kept_of_a_report(tekst, blijft):
    words = set(harmless_words(tekst, known_stems()))
    assert blijft <= words
    assert not words & {"jan", "jansen", "piet", "puk", "wilgenlaan", "voorbeeld"}
    assert not any(sign.isdigit() for word in words for sign in word)


def test_a_correction_teaches_without_the_text_and_is_undone_when_put_back(havendam, noor):
    melding = make_report(tekst="de knipperbol op het zebrapad van Sanne doet raar")
    recategorise_melding(melding.pk, categorie="lantaarnpaal-uit", actor=noor.actor)
    correctie = Correctie.objects.get()
    assert (correctie.van.slug, correctie.naar.slug) == ("losse-stoeptegel", "lantaarnpaal-uit")
    assert "knipperbol" in correctie.woorden
    assert "sanne" not in correctie.woorden
    recategorise_melding(melding.pk, categorie="losse-stoeptegel", actor=noor.actor)
    assert not Correctie.objects.exists()


def test_it_learns_from_corrections_and_can_be_rolled_back(havendam, noor):
    first = train_herkenner(actor=SYSTEM)
    assert first is not None
    assert train_herkenner(actor=SYSTEM) is None
    assert [one.slug for one in queries.propose_categorieen("de knipperbol is stuk").categorieen[:1]] != ["ratten"]
    for number in range(3):
        melding = make_report(tekst=f"knipperbol kapot {number}", email="")
        recategorise_melding(melding.pk, categorie="ratten", actor=noor.actor)
    second = train_herkenner(actor=SYSTEM)
    assert second is not None
    assert (second.versie, second.correcties, second.juist_ervoor) == (2, 3, first.juist)
    assert queries.propose_categorieen("de knipperbol is stuk").categorieen[0].slug == "ratten"
    use_herkenner(versie=1, actor=SYSTEM)
    assert Herkenner.objects.get(in_gebruik=True).versie == 1
    assert queries.propose_categorieen("de knipperbol is stuk").categorieen[0].slug != "ratten"


def test_a_category_that_it_does_not_know_yet_is_found_by_its_words(havendam):
    train_herkenner(actor=SYSTEM)
    put_categorie(
        slug="zweefmolen", naam="Zweefmolen", hoofdcategorie="afval", zoekwoorden=["zweefmolen"], actor=SYSTEM
    )
    assert "zweefmolen" not in herkenner().categorieen
    assert queries.propose_categorieen("mijn zweefmolen piept").categorieen[0].slug == "zweefmolen"


def test_a_retired_category_is_proposed_as_its_successor(havendam):
    train_herkenner(actor=SYSTEM)
    ratten = Categorie.objects.get(slug="ratten")
    ratten.actief, ratten.opvolger = False, Categorie.objects.get(slug="afval-naast-container")
    ratten.save()
    assert queries.propose_categorieen("er lopen ratten").categorieen[0].slug == "afval-naast-container"


def test_who_may_not_manage_cannot_train_or_roll_back(havendam):
    with pytest.raises(NotAllowed):
        train_herkenner(actor=ANONYMOUS)
    with pytest.raises(NotAllowed):
        use_herkenner(versie=1, actor=ANONYMOUS)
    with pytest.raises(NotFound):
        use_herkenner(versie=7, actor=SYSTEM)
    assert not Herkenner.objects.exists()
