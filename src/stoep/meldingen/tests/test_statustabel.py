"""The table of states itself."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from stoep.meldingen.models import Handeling
from stoep.meldingen.rules.statusschema import draw_boxes, draw_lines
from stoep.meldingen.rules.statussen import (
    BY_DAAD,
    CLOSED,
    OVERGANGEN,
    Daad,
    Stand,
    Toestand,
    decide_stand,
    find_overgang,
    tell_possible,
)


def test_every_act_has_one_row_and_every_message_exists():
    assert {row.daad for row in OVERGANGEN} == set(Daad)
    assert len(OVERGANGEN) == len(Daad)
    assert {row.bericht for row in OVERGANGEN} - {""} <= set(Handeling.values)
    assert {row.naar for row in OVERGANGEN} == set(Stand) - {Stand.GEMELD}


def test_the_table_says_yes_or_says_what_can_be_done():
    for daad, stand in product(Daad, Stand):
        assert (find_overgang(daad, stand) is not None) == (stand in BY_DAAD[daad].van)
        assert tell_possible(stand).endswith(".")


@given(st.builds(Toestand, status=st.sampled_from(["", "Onbekend", *Stand])))
def test_whatever_is_known_gives_one_state_and_closed_stays_closed(toestand):
    assert (decide_stand(toestand) in CLOSED) == toestand.is_closed


def test_the_drawing_has_every_state_and_every_step_that_leads_elsewhere():
    assert {vak.stand for vak in draw_boxes()} == set(Stand)
    assert {lijn.overgang.daad for lijn in draw_lines()} >= set(Daad) - {Daad.NIET_GEANTWOORD, Daad.TOESTAAN}
