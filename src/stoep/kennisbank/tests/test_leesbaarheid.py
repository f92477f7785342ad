"""The score that tells how easily a text reads."""

import pytest

from stoep.kennisbank.rules.leesbaarheid import count_syllables, flesch_douma, measure


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("stoep", 1),
        ("tegel", 2),
        ("gemeente", 3),
        ("lantaarnpaal", 3),
        ("geïnd", 2),
        ("ooievaar", 3),
        ("nieuw", 1),
        ("fooi", 1),
        ("tv", 1),
        ("Paspoort", 2),
    ],
)
def test_syllables_are_counted_by_their_vowels(word, syllables):
    assert count_syllables(word) == syllables


def test_a_short_sentence_with_short_words_scores_as_the_formula_says():
    assert flesch_douma("De kat zit op de mat.") == pytest.approx(206.835 - 0.93 * 6 - 77 * 1)


def test_long_words_in_a_long_sentence_score_lower():
    hard = "De belanghebbende kan overeenkomstig de toepasselijke verordening een ontheffingsaanvraag indienen."
    assert flesch_douma(hard) < 30 < flesch_douma("U wilt dit. Vraag het aan. Wij bellen u.")


def test_a_point_between_digits_ends_no_sentence():
    assert measure("Wij zijn open van 8.30 tot 17.00 uur.") == (6, 1, 7)


def test_every_item_of_a_list_is_a_sentence():
    assert measure("Neem mee:\n\n- uw pas\n- een foto")[1] == 3


def test_of_a_link_only_the_words_count():
    assert measure("Lees [het plan](https://havendam.example/een/lange/weg).")[0] == 3


@pytest.mark.parametrize("empty", ["", "   ", "123 - 456", "!?"])
def test_a_text_without_words_scores_nothing(empty):
    assert flesch_douma(empty) == 0
