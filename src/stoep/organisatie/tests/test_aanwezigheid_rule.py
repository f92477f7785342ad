"""How many hours somebody is there, and who replaces them."""

from __future__ import annotations

from datetime import date

import pytest

from stoep.organisatie.rules.aanwezigheid import Period, find_replacement, hours_in_week, monday_of, usual_hours
from stoep.organisatie.rules.sorteernaam import sort_name

MONDAY = date(2026, 11, 23)
FOUR_DAYS = (9.0, 9.0, 0.0, 9.0, 9.0, 0.0, 0.0)


def never(_day: date) -> bool:
    return False


def test_the_roster_counts_when_nothing_happens():
    assert hours_in_week(MONDAY, FOUR_DAYS, [], never) == 36


def test_any_day_of_the_week_names_the_week():
    assert monday_of(date(2026, 11, 29)) == MONDAY
    assert hours_in_week(date(2026, 11, 29), FOUR_DAYS, [], never) == 36


def test_days_of_absence_count_as_nothing_both_ends_included():
    away = [Period(date(2026, 11, 24), date(2026, 11, 26))]

    assert hours_in_week(MONDAY, FOUR_DAYS, away, never) == 18


def test_a_day_that_is_both_holiday_and_absence_is_lost_once():
    away = [Period(MONDAY, MONDAY)]

    assert hours_in_week(MONDAY, FOUR_DAYS, away, lambda day: day == MONDAY) == 27


def test_without_roster_the_contract_is_spread_over_monday_to_friday():
    assert usual_hours(36.0) == (7.2, 7.2, 7.2, 7.2, 7.2, 0.0, 0.0)


@pytest.mark.parametrize(
    ("replaced_by", "expected"),
    [
        ({}, None),
        ({"noor": "bram"}, "bram"),
        ({"noor": None}, None),
        ({"noor": "bram", "bram": "ilse"}, "ilse"),
        ({"noor": "bram", "bram": None}, None),
        ({"noor": "bram", "bram": "noor"}, None),
        ({"noor": "bram", "bram": "ilse", "ilse": "bram"}, None),
    ],
)
def test_a_replacement_who_is_away_passes_the_work_on(replaced_by, expected):
    assert find_replacement("noor", replaced_by) == expected


@pytest.mark.parametrize(
    ("naam", "key"),
    [
        ("Noor Bakker", "bakker noor"),
        ("Anouk de Wit", "wit anouk de"),
        ("Ilse van der Dam", "dam ilse van der"),
        ("Youssef El Amrani", "el amrani youssef"),
        ("Zoë Müller", "muller zoe"),
        ("Cher", "cher"),
        ("Jan van", "van jan"),
    ],
)
def test_names_are_sorted_by_last_name_without_van_der(naam, key):
    assert sort_name(naam) == key
