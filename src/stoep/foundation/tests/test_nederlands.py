"""Days and moments as plain Dutch."""

import locale
from datetime import UTC, date, datetime, time, timedelta

import pytest

from stoep.foundation import clock
from stoep.foundation.nederlands import (
    ago,
    clock_time,
    counted,
    day,
    days_left,
    enumeration,
    file_size,
    full_day,
    full_moment,
    moment,
    period,
)

TODAY = date(2026, 12, 1)
NINE_FOURTEEN = datetime(2026, 12, 3, 8, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def the_first_of_december():
    with clock.at(datetime(2026, 12, 1, 11, 0, tzinfo=UTC)):
        yield


def test_a_day_of_this_year_needs_no_year():
    assert day(date(2026, 12, 3)) == "do 3 dec"
    assert day(date(2026, 3, 1)) == "zo 1 mrt"


def test_a_day_of_another_year_has_its_year():
    assert day(date(2027, 1, 4)) == "ma 4 jan 2027"
    assert day(date(2025, 12, 31)) == "wo 31 dec 2025"


def test_a_moment_is_in_dutch_time():
    assert moment(NINE_FOURTEEN) == "do 3 dec 9.14"
    assert moment(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "do 2 jul 0.30"
    assert day(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "do 2 jul"


def test_letters_write_it_in_full():
    assert full_day(date(2026, 12, 3)) == "donderdag 3 december 2026"
    assert full_moment(NINE_FOURTEEN) == "donderdag 3 december 2026 om 9.14 uur"
    assert clock_time(time(17, 5)) == "17.05"


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="tijdzone"):
        moment(datetime(2026, 12, 3, 9, 14))


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "vandaag"),
        (1, "nog 1 dag"),
        (4, "nog 4 dagen"),
        (13, "nog 13 dagen"),
        (14, "nog 2 weken"),
        (20, "nog 2 weken"),
        (21, "nog 3 weken"),
        (91, "nog 13 weken"),
        (92, "nog 3 maanden"),
        (400, "nog 13 maanden"),
        (-1, "te laat, 1 dag"),
        (-13, "te laat, 13 dagen"),
        (-15, "te laat, 2 weken"),
    ],
)
def test_days_left_in_words(days, text):
    assert days_left(TODAY + timedelta(days=days), TODAY) == text
    assert days_left(TODAY + timedelta(days=days)) == text


def test_a_period_of_one_day_is_that_day():
    assert period(TODAY, TODAY) == "di 1 dec"
    assert period(TODAY, date(2027, 1, 2)) == "di 1 dec tot en met za 2 jan 2027"


@pytest.mark.parametrize(
    ("passed", "text"),
    [
        (timedelta(seconds=20), "zojuist"),
        (timedelta(minutes=1), "1 minuut geleden"),
        (timedelta(minutes=59), "59 minuten geleden"),
        (timedelta(hours=3), "3 uur geleden"),
        (timedelta(days=1), "ma 30 nov 12.00"),
        (-timedelta(hours=1), "di 1 dec 13.00"),
    ],
)
def test_how_long_ago(passed, text):
    assert ago(clock.now() - passed) == text


def test_counting_listing_and_sizes():
    assert counted(1, "melding", "meldingen") == "1 melding"
    assert counted(1250, "melding", "meldingen") == "1.250 meldingen"
    assert enumeration([]) == ""
    assert enumeration(["a"]) == "a"
    assert enumeration(["a", "b", "c"]) == "a, b en c"
    assert enumeration(["a", "b"], last="of") == "a of b"
    assert [file_size(size) for size in (1, 999, 1000, 850_400, 4_200_000, 10_000_000)] == [
        "1 byte",
        "999 bytes",
        "1 kB",
        "850 kB",
        "4,2 MB",
        "10 MB",
    ]


def test_the_language_of_the_system_does_not_matter():
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "C")
        assert full_day(date(2026, 5, 1)) == "vrijdag 1 mei 2026"
    finally:
        locale.setlocale(locale.LC_ALL, before)
