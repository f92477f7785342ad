"""The Dutch calendar and the Algemene termijnenwet."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.foundation.kalender import (
    Dwangsomdagen,
    Opschorting,
    Termijn,
    add_months,
    add_werkdagen,
    dwangsomdagen,
    easter,
    end_of_term,
    end_of_termijn,
    feestdagen,
    is_feestdag,
    is_werkdag,
    koningsdag,
    next_werkdag,
    werkdagen_between,
)

DAY = timedelta(days=1)
days = st.dates(min_value=date(2014, 1, 1), max_value=date(2199, 12, 31))
termijnen = st.one_of(
    st.builds(Termijn, days=st.integers(1, 200)),
    st.builds(Termijn, weeks=st.integers(1, 30)),
    st.builds(Termijn, months=st.integers(1, 18)),
    st.builds(Termijn, years=st.integers(1, 5)),
)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2024, date(2024, 3, 31)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),
        (2285, date(2285, 3, 22)),
    ],
)
def test_easter_falls_on_the_known_days(year, expected):
    assert easter(year) == expected


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_between_22_march_and_25_april(year):
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_the_holidays_of_2026():
    assert feestdagen(2026) == {
        date(2026, 1, 1): "Nieuwjaarsdag",
        date(2026, 1, 2): "Gelijkgestelde dag",
        date(2026, 4, 3): "Goede Vrijdag",
        date(2026, 4, 5): "Eerste Paasdag",
        date(2026, 4, 6): "Tweede Paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 5): "Bevrijdingsdag",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 15): "Gelijkgestelde dag",
        date(2026, 5, 24): "Eerste Pinksterdag",
        date(2026, 5, 25): "Tweede Pinksterdag",
        date(2026, 12, 25): "Eerste Kerstdag",
        date(2026, 12, 26): "Tweede Kerstdag",
    }


def test_changing_the_answer_does_not_change_the_calendar():
    feestdagen(2026).clear()
    assert is_feestdag(date(2026, 12, 25))


def test_two_holidays_on_one_day_are_both_named():
    assert feestdagen(2016)[date(2016, 5, 5)] == "Bevrijdingsdag en Hemelvaartsdag"


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2025, date(2025, 4, 26)),  # the 27th is a Sunday
        (2026, date(2026, 4, 27)),
        (2031, date(2031, 4, 26)),
        (2013, date(2013, 4, 30)),
        (2006, date(2006, 4, 29)),  # Koninginnedag on a Sunday
    ],
)
def test_koningsdag_moves_to_saturday_when_it_would_be_a_sunday(year, expected):
    assert koningsdag(year) == expected
    assert is_feestdag(expected)


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027, 2030])
def test_bevrijdingsdag_is_a_holiday_every_year(year):
    assert is_feestdag(date(year, 5, 5))


@given(days)
def test_a_werkdag_is_no_weekend_and_no_holiday(day):
    assert is_werkdag(day) == (day.weekday() < 5 and day not in feestdagen(day.year))


@given(days, st.integers(0, 60), st.integers(0, 60))
def test_adding_werkdagen_adds_up(start, a, b):
    assert add_werkdagen(add_werkdagen(start, a), b) == add_werkdagen(start, a + b)


@given(days, st.integers(-60, 60))
def test_adding_and_counting_werkdagen_agree(start, n):
    end = add_werkdagen(start, n)
    assert n == 0 or is_werkdag(end)
    if n > 0:
        assert werkdagen_between(start, end) == n
    if n < 0:
        assert -werkdagen_between(start, end) == -n


@given(days, st.integers(0, 90), st.integers(0, 90))
def test_counting_werkdagen_splits_anywhere_and_turns_around(start, a, b):
    middle, end = start + a * DAY, start + (a + b) * DAY
    assert werkdagen_between(start, end) == werkdagen_between(start, middle) + werkdagen_between(middle, end)
    assert werkdagen_between(end, middle) in {-werkdagen_between(middle, end) + shift for shift in (-1, 0, 1)}


def test_three_werkdagen_over_christmas():
    assert add_werkdagen(date(2026, 12, 23), 3) == date(2026, 12, 29)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_a_month_ends_on_the_same_number_or_the_last_day(day, months, expected):
    assert add_months(day, months) == expected


# The test vectors of the domain file, 3.4.


def test_objection_to_a_decision_of_24_march_2026_ends_on_6_may():
    assert end_of_term(date(2026, 3, 24), weeks=6) == date(2026, 5, 6)


def test_deciding_on_that_objection_takes_until_17_june_or_with_a_committee_29_july():
    objection_ends = end_of_term(date(2026, 3, 24), weeks=6)
    assert end_of_term(objection_ends, weeks=6) == date(2026, 6, 17)
    assert end_of_term(objection_ends, weeks=12) == date(2026, 7, 29)


def test_a_woo_request_of_saturday_21_november_2026_is_answered_by_monday_21_december():
    assert end_of_term(date(2026, 11, 21), weeks=4) == date(2026, 12, 21)


def test_a_notice_of_default_of_20_june_2026_costs_money_from_5_july_to_15_august():
    assert dwangsomdagen(end=date(2026, 6, 17), ingebrekestelling=date(2026, 6, 20)) == Dwangsomdagen(
        date(2026, 7, 5), date(2026, 8, 15)
    )


def test_a_notice_of_default_that_comes_too_early_has_no_effect():
    assert dwangsomdagen(end=date(2026, 6, 17), ingebrekestelling=date(2026, 6, 17)) is None


# ATW art. 1 to 4.


def test_a_term_that_ends_on_a_day_set_by_decree_moves():
    assert end_of_term(date(2026, 5, 1), weeks=2) == date(2026, 5, 18)


def test_a_term_that_ends_in_the_easter_weekend_moves_over_all_of_it():
    assert end_of_term(date(2026, 3, 6), weeks=4) == date(2026, 4, 7)


def test_a_term_of_three_days_holds_two_werkdagen():
    # Wednesday 23 December + 3 = Saturday; the 24th is one working day, Monday 28 the second.
    assert end_of_term(date(2026, 12, 23), days=3) == date(2026, 12, 28)
    # Thursday 2 April 2026: Good Friday, weekend, Easter Monday; then Tuesday and Wednesday.
    assert end_of_term(date(2026, 4, 2), days=3) == date(2026, 4, 8)


def test_a_term_of_two_days_only_moves_off_the_weekend():
    assert end_of_term(date(2026, 4, 2), days=2) == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        (Termijn(days=90), Termijn(days=91)),
        (Termijn(weeks=12), Termijn(weeks=13)),
        (Termijn(months=3), Termijn(months=4)),
        (Termijn(months=3), Termijn(years=1)),
    ],
)
def test_long_terms_stay_outside_the_law(inside, outside):
    assert inside.follows_atw
    assert not outside.follows_atw
    for offset in range(14):
        start = date(2026, 1, 5) + offset * DAY
        assert is_werkdag(end_of_termijn(start, inside))
        assert end_of_termijn(start, outside) == outside.after(start)


def test_a_promise_of_its_own_can_stay_outside_the_law():
    assert end_of_term(date(2026, 11, 21), weeks=4, atw=False) == date(2026, 12, 19)


def test_counting_back_does_not_move():
    assert Termijn(weeks=8).before(date(2026, 12, 20)) == date(2026, 10, 25)
    assert Termijn(months=1).before(date(2026, 3, 31)) == date(2026, 2, 28)


@given(days, termijnen)
def test_a_term_never_ends_before_its_count_and_within_the_law_on_a_werkdag(start, termijn):
    end = end_of_termijn(start, termijn)
    assert end >= termijn.after(start) > start
    if termijn.follows_atw:
        assert is_werkdag(end)
        assert end - termijn.after(start) <= 7 * DAY
        assert (end - start).days < 3 or werkdagen_between(start, end) >= 2 or termijn.after(start) - start < 3 * DAY
    else:
        assert end == termijn.after(start)


@given(days, days, termijnen)
def test_who_starts_later_does_not_end_earlier(a, b, termijn):
    a, b = sorted((a, b))
    assert end_of_termijn(a, termijn) <= end_of_termijn(b, termijn)


# Extension and suspension.


def test_an_extension_runs_on_from_the_counted_end():
    # Woo: four weeks end on Saturday 19 December; two more on Saturday 2 January, so Monday the 4th.
    assert end_of_term(date(2026, 11, 21), weeks=4, verlenging=Termijn(weeks=2)) == date(2027, 1, 4)


def test_a_suspension_adds_exactly_the_days_it_lasted():
    # Asked on 2 March, completed on 16 March: 14 days stand still.
    suspension = Opschorting.after_request(date(2026, 3, 2), date(2026, 3, 16))
    assert suspension == Opschorting(date(2026, 3, 3), date(2026, 3, 16))
    assert suspension.length == timedelta(days=14)
    assert end_of_term(date(2026, 2, 16), weeks=8) == date(2026, 4, 13)
    assert end_of_term(date(2026, 2, 16), weeks=8, opschortingen=[suspension]) == date(2026, 4, 28)  # the 27th: king


def test_an_answer_on_the_same_day_suspends_nothing():
    assert Opschorting.after_request(date(2026, 3, 2), date(2026, 3, 2)) is None


def test_overlapping_suspensions_count_once():
    parts = [Opschorting(date(2026, 3, 3), date(2026, 3, 12)), Opschorting(date(2026, 3, 10), date(2026, 3, 16))]
    whole = [Opschorting(date(2026, 3, 3), date(2026, 3, 16))]
    start = date(2026, 2, 16)
    assert end_of_term(start, weeks=8, opschortingen=parts) == end_of_term(start, weeks=8, opschortingen=whole)


def test_a_suspension_before_or_after_the_term_changes_nothing():
    start = date(2026, 2, 16)
    before = Opschorting(date(2026, 1, 1), start)
    after = Opschorting(date(2026, 4, 14), date(2026, 5, 20))
    assert end_of_term(start, weeks=8, opschortingen=[before, after]) == date(2026, 4, 13)


def test_a_suspension_in_the_days_the_law_added_still_counts():
    # Ends by count on Saturday 19 December, by law on Monday 21; stands still from Sunday for ten days.
    suspension = Opschorting(date(2026, 12, 20), date(2026, 12, 29))
    assert end_of_term(date(2026, 11, 21), weeks=4, opschortingen=[suspension]) == date(2026, 12, 31)


@given(days, termijnen, st.integers(-30, 200), st.integers(0, 60))
def test_a_term_ends_after_its_suspension_and_never_sooner_than_without(start, termijn, offset, length):
    suspension = Opschorting(start + offset * DAY, start + (offset + length) * DAY)
    without = end_of_termijn(start, termijn)
    suspended = end_of_termijn(start, termijn, opschortingen=[suspension])
    assert suspended >= without
    if start < suspension.first <= without:
        assert suspended > suspension.last


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=5), st.randoms())
def test_the_order_of_suspensions_does_not_matter(spans, random):
    start = date(2026, 1, 5)
    suspensions = [Opschorting(start + a * DAY, start + (a + b) * DAY) for a, b in spans]
    shuffled = random.sample(suspensions, len(suspensions))
    assert end_of_term(start, weeks=8, opschortingen=suspensions) == end_of_term(start, weeks=8, opschortingen=shuffled)


# Termijn as a value.


@given(termijnen)
def test_a_termijn_reads_back_from_its_iso_form(termijn):
    assert Termijn.parse(termijn.iso) == termijn


@pytest.mark.parametrize("text", ["", "P", "8W", "P8", "P1M2D", "PT48H", "P-1D", "P8W ", "P8W\n", "p8w", "P1.5D"])
def test_what_is_no_termijn_of_one_unit_is_refused(text):
    with pytest.raises(ValueError, match="geen termijn"):
        Termijn.parse(text)


@pytest.mark.parametrize("lengths", [{}, {"days": -1}, {"days": 1, "weeks": 1}, {"weeks": 0}])
def test_a_termijn_has_exactly_one_unit(lengths):
    with pytest.raises(ValueError, match="precies één eenheid"):
        Termijn(**lengths)


def test_a_suspension_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="eindigt niet"):
        Opschorting(date(2026, 1, 2), date(2026, 1, 1))


@given(days)
def test_next_werkdag_is_the_first_one(day):
    found = next_werkdag(day)
    assert is_werkdag(found)
    assert not any(is_werkdag(day + offset * DAY) for offset in range((found - day).days))
