"""What can be said about a group of reports."""

from __future__ import annotations

import itertools
import statistics
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.foundation.kalender import add_months
from stoep.sturing.rules.perioden import Periode, named_periode, split_months, steps, windows
from stoep.sturing.rules.vakken import corners_of, middle_of, vak_of
from stoep.sturing.rules.verdeling import Verdeling, percentile


def test_nothing_counted_says_nothing():
    empty = Verdeling()

    assert (empty.aantal, empty.afgehandeld, empty.op_tijd_procent, empty.mediaan, empty.p90) == (
        0,
        0,
        None,
        None,
        None,
    )


def test_open_after_its_day_counts_as_late():
    group = Verdeling(aantal=12, afgehandeld=8, op_tijd=8, open_te_laat=2)

    assert (group.aantal, group.open, group.afgehandeld) == (12, 4, 8)
    assert group.op_tijd_procent == 80.0


def test_groups_add_up():
    one = Verdeling(aantal=2, afgehandeld=2, op_tijd=2, duren=Counter({1: 2}))
    one.include(Verdeling(aantal=1, afgehandeld=1, heropend=1, duren=Counter({5: 1})))

    assert (one.aantal, one.op_tijd, one.heropend, one.mediaan, one.p90) == (3, 2, 1, 1, 5)


@given(st.lists(st.integers(0, 200), min_size=1, max_size=60))
def test_the_median_is_one_of_the_values_and_halves_them(values):
    assert percentile(Counter(values), 50) == statistics.median_low(values)


@given(st.lists(st.integers(0, 200), min_size=1, max_size=60))
def test_nine_of_ten_took_at_most_the_ninetieth_percentile(values):
    p90 = percentile(Counter(values), 90)

    assert sum(value <= p90 for value in values) >= 0.9 * len(values)
    assert sum(value < p90 for value in values) < 0.9 * len(values)


def test_twelve_months_are_compared_with_the_twelve_before():
    periode = named_periode("12-maanden", date(2026, 11, 22))

    assert periode == Periode(date(2025, 11, 23), date(2026, 11, 22))
    assert periode.before() == periode.year_earlier() == Periode(date(2024, 11, 23), date(2025, 11, 22))


def test_a_period_of_days_is_compared_with_as_many_days():
    periode = Periode(date(2026, 3, 10), date(2026, 3, 19))

    assert periode.before() == Periode(date(2026, 2, 28), date(2026, 3, 9))
    assert periode.year_earlier() == Periode(date(2025, 3, 10), date(2025, 3, 19))


def test_a_month_is_compared_with_the_month_before():
    assert Periode(date(2026, 3, 1), date(2026, 3, 31)).before() == Periode(date(2026, 2, 1), date(2026, 2, 28))


@pytest.mark.parametrize("code", ["30-dagen", "kwartaal", "12-maanden", "dit-jaar", "vorig-jaar"])
@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2026, 1, 1), date(2026, 12, 31)])
def test_every_choice_is_a_period_that_ends_today_or_earlier(code, today):
    periode = named_periode(code, today)

    assert periode.van <= periode.tot <= today
    assert periode.before().tot == periode.van - timedelta(days=1)


@given(st.dates(date(2001, 1, 1), date(2030, 1, 1)), st.integers(0, 1500))
def test_the_steps_of_a_line_cover_the_period_without_overlap(van, days):
    periode = Periode(van, van + timedelta(days=days))
    found = steps(periode)

    assert found[0].van == periode.van
    assert found[-1].tot == periode.tot
    assert all(after.van == before.tot + timedelta(days=1) for before, after in itertools.pairwise(found))
    assert len(found) <= 62


@given(st.dates(date(2001, 1, 1), date(2030, 1, 1)), st.integers(0, 800))
def test_whole_months_and_edges_cover_a_period_once(van, days):
    periode = Periode(van, van + timedelta(days=days))
    months, edges = split_months(periode)
    parts = sorted([*edges, *([months] if months else [])], key=lambda part: part.van)

    assert (parts[0].van, parts[-1].tot) == (periode.van, periode.tot)
    assert all(after.van == before.tot + timedelta(days=1) for before, after in itertools.pairwise(parts))
    if months:
        assert months.van.day == 1
        assert add_months((months.tot + timedelta(days=1)).replace(day=1), 0) == months.tot + timedelta(days=1)


def test_windows_before_and_after_are_of_one_length_and_end_today():
    dag = date(2026, 11, 1)

    assert windows(dag, 8, date(2026, 11, 14)) == (
        Periode(date(2026, 10, 18), date(2026, 10, 31)),
        Periode(dag, date(2026, 11, 14)),
    )
    assert windows(dag, 4, date(2027, 1, 1))[1] == Periode(dag, date(2026, 11, 28))
    assert windows(dag, 4, date(2026, 10, 1)) is None


@given(st.floats(3.3, 7.2), st.floats(50.7, 53.6))
def test_a_point_lies_within_its_hexagon_and_a_hexagon_knows_its_own_middle(lon, lat):
    vak = vak_of(lon, lat)
    middle = middle_of(vak)

    assert vak_of(*middle) == vak
    assert abs(middle[0] - lon) < 0.0023
    assert abs(middle[1] - lat) < 0.0013
    assert len(set(corners_of(vak))) == 6
    assert len(vak) <= 16
