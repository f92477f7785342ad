"""In which order an inspector goes, and what the telephone may know."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stoep.buitendienst.rules.route import distance_to_way, legs_of, length_of, order_route
from stoep.buitendienst.rules.straattekst import note_of
from stoep.buitendienst.rules.zonder_contact import without_contact

metres = st.floats(min_value=0, max_value=280_000, allow_nan=False)
places = st.tuples(metres, metres)


@settings(max_examples=60, deadline=None)
@given(start=st.none() | places, given_places=st.lists(places, max_size=14))
def test_the_order_visits_every_place_once_and_is_never_longer_than_the_one_given(start, given_places):
    order = order_route(start, given_places)
    assert sorted(order) == list(range(len(given_places)))
    given_length = length_of(start, given_places, range(len(given_places)))
    assert length_of(start, given_places, order) <= given_length + 0.01


def test_a_way_that_crosses_itself_is_untangled():
    corners = [(0.0, 0.0), (100.0, 100.0), (100.0, 0.0), (0.0, 100.0)]
    order = order_route((0.0, -10.0), corners)
    assert length_of((0.0, -10.0), corners, order) == pytest.approx(310)


def test_along_one_street_one_walks_from_the_yard_to_the_end():
    street = [(300.0, 0.0), (100.0, 0.0), (200.0, 0.0)]
    assert order_route((0.0, 0.0), street) == [1, 2, 0]
    assert legs_of((0.0, 0.0), [street[place] for place in [1, 2, 0]]) == [100, 100, 100]
    assert order_route(None, []) == []


@pytest.mark.parametrize(
    ("place", "way", "metres"),
    [
        ((50, 30), [(0, 0), (100, 0)], 30),
        ((-30, 40), [(0, 0), (100, 0)], 50),
        ((3, 4), [(0, 0)], 5),
        ((3, 4), [(0, 0), (0, 0)], 5),
        ((0, 0), [], math.inf),
    ],
)
def test_how_far_a_place_lies_from_the_way(place, way, metres):
    assert distance_to_way(place, way) == pytest.approx(metres)


@pytest.mark.parametrize(
    ("tekst", "goes_along"),
    [
        ("Bel mij op 06-12345678 of mail sanne@visser.example.", "Bel mij op [telefoonnummer] of mail [e-mailadres]."),
        ("0115 55 01 23 graag", "[telefoonnummer] graag"),
        ("+31 6 1234 5678", "[telefoonnummer]"),
        ("Paal 0123 bij nummer 12", "Paal 0123 bij nummer 12"),
        ("Melding M-7K3Q9D van 2026", "Melding M-7K3Q9D van 2026"),
        ("", ""),
    ],
)
def test_no_way_to_reach_the_reporter_goes_along(tekst, goes_along):
    assert without_contact(tekst) == goes_along


def test_a_visit_is_written_down_with_its_time_and_why_it_could_not_be_carried_out():
    assert note_of("Gezien", "10.14", "") == "Gezien, om 10.14 uur."
    assert note_of("Gedaan", "9.05", "Vastgezet.", "Al afgehandeld.").endswith(
        "Vastgezet.\n\nDit is niet uitgevoerd. Al afgehandeld."
    )
