"""The rulebook of orders: where an act leads, when a term is over, who is proposed, what a mail may say."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.foundation.clock import AMSTERDAM
from stoep.foundation.kalender import is_werkdag
from stoep.opdrachten.rules.herinneringen import Herinnering, Lopend, due_reminder
from stoep.opdrachten.rules.keuze import Aanbod, rank_aanbod
from stoep.opdrachten.rules.opdrachtstatussen import (
    BIJ_AANNEMER,
    KLAAR,
    OPEN,
    OVERGANGEN,
    TONEN,
    WORDS,
    Daad,
    Stand,
    next_stand,
)
from stoep.opdrachten.rules.termijnen import deadline_after, say_left
from stoep.opdrachten.rules.woorden import propose_wat


def at(day: int, hour: int = 9, month: int = 12) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=AMSTERDAM)


def test_every_state_is_open_or_done_and_has_a_word_and_a_tone():
    assert {*OPEN, *KLAAR} == set(Stand) == set(WORDS) == set(TONEN)


@pytest.mark.parametrize("stand", KLAAR)
def test_from_what_is_done_no_act_leads_anywhere(stand):
    assert not [daad for daad in Daad if next_stand(stand, daad)]


@given(st.lists(st.sampled_from(list(Daad)), max_size=30))
def test_whatever_is_tried_in_whatever_order_an_order_ends_once_and_stays_ended(acts):
    stand = Stand.VERSTUURD
    for daad in acts:
        after = next_stand(stand, daad)
        assert after is None or (stand, daad) in OVERGANGEN
        assert not (stand in KLAAR and after)
        stand = after or stand


def test_only_after_ready_can_work_be_found_good_or_not():
    for daad in (Daad.KEUR_GOED, Daad.KEUR_AF):
        assert [stand for stand in Stand if next_stand(stand, daad)] == [Stand.GEREED]


def test_a_term_counts_working_days_to_the_end_of_the_day_and_urgent_work_counts_hours():
    friday = at(18)
    assert deadline_after(friday, werkdagen=1) == datetime(2026, 12, 21, 23, 59, tzinfo=AMSTERDAM)
    assert deadline_after(friday, werkdagen=5).day == 28, "25 December is a holiday"
    assert deadline_after(friday, werkdagen=5, spoed_uren=4) == at(18, 13)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 1)), st.integers(1, 250))
def test_a_term_never_ends_on_a_day_on_which_nobody_works(start, werkdagen):
    assert is_werkdag(deadline_after(start.replace(tzinfo=AMSTERDAM), werkdagen=werkdagen).date())


@pytest.mark.parametrize(
    ("now", "spoed", "words"),
    [
        (at(1), False, "nog 2 dagen"),
        (at(3, 8), False, "vandaag"),
        (at(4), False, "te laat, 1 dag"),
        (at(3, 6), True, "nog 6 uur"),
        (at(3, 12) - timedelta(minutes=20), True, "nog minder dan 1 uur"),
        (at(3, 15), True, "te laat, 3 uur"),
    ],
)
def test_what_is_left_is_said_in_days_and_for_urgent_work_in_hours(now, spoed, words):
    deadline = at(3, 12) if spoed else datetime(2026, 12, 3, 23, 59, tzinfo=AMSTERDAM)
    assert say_left(deadline, now, spoed=spoed) == words


ORDER = Lopend(termijn=datetime(2026, 12, 3, 23, 59, tzinfo=AMSTERDAM), verstuurd_op=at(25, month=11), spoed=False)
URGENT = Lopend(termijn=at(3, 12), verstuurd_op=at(3, 8), spoed=True)


@pytest.mark.parametrize(
    ("order", "now", "due"),
    [
        (ORDER, at(1), None),
        (ORDER, at(2), Herinnering.BIJNA),
        (ORDER, at(2, 22), None),  # nobody reads mail at night
        (ORDER, at(4), Herinnering.TE_LAAT),
        (ORDER, at(5), None),  # Saturday
        (ORDER, at(8), Herinnering.ESCALATIE),  # three working days late
        (URGENT, at(3, 9), None),
        (URGENT, at(3, 11), Herinnering.BIJNA),
        (URGENT, at(3, 13), Herinnering.ESCALATIE),
    ],
)
def test_a_reminder_comes_before_the_term_after_it_and_then_at_our_own_people(order, now, due):
    assert due_reminder(order, now) == due


def test_no_reminder_goes_on_the_day_that_the_order_was_sent():
    fresh = Lopend(termijn=ORDER.termijn, verstuurd_op=at(2, 8), spoed=False)
    assert due_reminder(fresh, at(2, 9)) is None


def aanbod(number: int, naam: str, categorie: str, *gebieden: str) -> Aanbod:
    return Aanbod(UUID(int=number), naam, categorie, gebieden, werkdagen=5)


def test_who_serves_the_narrow_category_and_the_named_area_is_proposed_first():
    wide = aanbod(1, "Alles BV", "wegen")
    narrow = aanbod(2, "Tegels BV", "tegel")
    here = aanbod(3, "Zuid BV", "tegel", "zuidhaven")
    elsewhere = aanbod(4, "Noord BV", "tegel", "noord")
    ranked = rank_aanbod([wide, narrow, here, elsewhere], categorieen=("tegel", "wegen"), gebied="zuidhaven")
    assert [one.naam for one in ranked] == ["Zuid BV", "Tegels BV", "Alles BV"]
    assert rank_aanbod([here], categorieen=("tegel",), gebied="") == [], "an area that is not known is not served"
    assert rank_aanbod([narrow], categorieen=("lamp", "licht"), gebied="zuidhaven") == []


def test_a_contractor_with_two_agreements_is_proposed_once_with_the_narrow_one():
    both = [aanbod(1, "Alles BV", "wegen"), aanbod(1, "Alles BV", "tegel")]
    assert [one.categorie for one in rank_aanbod(both, categorieen=("tegel", "wegen"), gebied="")] == ["tegel"]


def test_what_points_at_a_person_is_left_out_of_the_proposal():
    text = "Mail jan@zeepost.example of bel 06-12345678. Mevrouw De Vries viel bij paal 12. Groet, Sanne"
    proposed = propose_wat("Losse tegel", text, ["Sanne Visser"])
    assert proposed == (
        "Losse tegel.\n\nGemeld: Mail [e-mailadres] of bel [telefoonnummer]. "
        "Mevrouw [naam] viel bij paal 12. Groet, [naam]"
    )


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_and_any_name_gives_a_proposal(text, names):
    assert propose_wat("Onderwerp", text, names).startswith("Onderwerp.")


def test_the_states_with_the_contractor_are_those_in_which_it_can_answer():
    for stand in Stand:
        assert (stand in BIJ_AANNEMER) == bool(next_stand(stand, Daad.MELD_GEREED))
