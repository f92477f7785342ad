"""When phone and desk can be reached."""

from datetime import date, datetime, time

import pytest

from stoep.kennisbank.rules.openingstijden import (
    Blok,
    Openingstijden,
    decide_bereikbaarheid,
    say_bereikbaarheid,
    say_week,
)

DAY = Blok(time(8, 30), time(17))
EVENING = Blok(time(18), time(20))
TIJDEN = Openingstijden(
    week={0: [DAY], 1: [DAY], 2: [DAY], 3: [EVENING, DAY], 4: [DAY]},
    afwijkend={date(2026, 12, 25): [], date(2026, 12, 24): [Blok(time(8, 30), time(12))]},
)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-12-01 08:29", "vandaag bereikbaar vanaf 8.30 uur"),
        ("2026-12-01 08:30", "nu bereikbaar tot 17.00 uur"),
        ("2026-12-01 16:59", "nu bereikbaar tot 17.00 uur"),
        ("2026-12-01 17:00", "morgen bereikbaar vanaf 8.30 uur"),
        ("2026-12-03 17:30", "vandaag bereikbaar vanaf 18.00 uur"),
        ("2026-12-03 19:00", "nu bereikbaar tot 20.00 uur"),
        ("2026-12-05 12:00", "maandag bereikbaar vanaf 8.30 uur"),
        ("2026-12-24 11:00", "nu bereikbaar tot 12.00 uur"),
        ("2026-12-24 12:00", "maandag bereikbaar vanaf 8.30 uur"),
    ],
)
def test_one_hears_until_or_from_when_the_phone_is_answered(moment, said):
    local = datetime.fromisoformat(moment)
    found = decide_bereikbaarheid(TIJDEN, local)
    assert say_bereikbaarheid(found, today=local.date(), open_word="bereikbaar") == said


def test_without_any_hours_one_is_told_so():
    nothing = decide_bereikbaarheid(Openingstijden({}, {}), datetime(2026, 12, 1, 9))
    assert say_bereikbaarheid(nothing, today=date(2026, 12, 1), open_word="open") == "nu niet open"


def test_equal_days_are_joined():
    assert say_week(TIJDEN) == [
        ("maandag tot en met woensdag", "8.30 tot 17.00 uur"),
        ("donderdag", "8.30 tot 17.00 uur en 18.00 tot 20.00 uur"),
        ("vrijdag", "8.30 tot 17.00 uur"),
        ("zaterdag en zondag", "gesloten"),
    ]
