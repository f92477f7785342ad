"""The Dutch calendar and the Algemene termijnenwet (ATW): on which day a term ends. Pure.

A term starts on `start`, the day of the event (a decision is announced, a request comes in), and runs from
the day after it. A term of weeks, months or years ends on the day with the same name or number; a month
that has no such day ends it on its last day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

DAY = timedelta(days=1)
SATURDAY = 5
SUNDAY = 6
FIRST_KONINGSDAG = 2014
DECEMBER = 12

# ATW art. 3 lid 3: days that a royal decree puts on a par with a holiday, for a few years at a time.
# "Besluit gelijkstelling van 28 april 2023 …" (2023-2025) and "Besluit gelijkstelling van 2 januari 2026 …" (2026-2028).
GELIJKGESTELD = frozenset(
    {
        date(2023, 4, 28),
        date(2023, 5, 19),
        date(2024, 5, 10),
        date(2024, 12, 27),
        date(2025, 5, 30),
        date(2026, 1, 2),
        date(2026, 5, 15),
        date(2027, 5, 7),
        date(2028, 4, 28),
        date(2028, 5, 26),
    }
)

# ATW art. 4 sub a: the law does not reach longer terms than these.
LONGEST_DAYS = 90
LONGEST_WEEKS = 12
LONGEST_MONTHS = 3

# ATW art. 2: a term of at least three days holds at least two working days.
ART_2_FROM_DAYS = 3
ART_2_WERKDAGEN = 2

# Awb 4:17: two weeks' grace, then a penalty for at most 42 days. The ATW does not stretch these.
DWANGSOM_GRACE = timedelta(weeks=2)
DWANGSOM_DAYS = 42

ISO_DURATION = re.compile(r"P(?:(?P<years>\d{1,2})Y|(?P<months>\d{1,3})M|(?P<weeks>\d{1,3})W|(?P<days>\d{1,4})D)")


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian computus (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, leap_rest = divmod(century, 4)
    moon_drift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon_drift + 15) % 30
    quarter, quarter_rest = divmod(rest, 4)
    to_sunday = (32 + 2 * leap_rest + 2 * quarter - epact - quarter_rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def koningsdag(year: int) -> date:
    """27 April, or the 26th when that is a Sunday; until 2013 Koninginnedag, 30 or 29 April."""
    day = date(year, 4, 27) if year >= FIRST_KONINGSDAG else date(year, 4, 30)
    return day - DAY if day.weekday() == SUNDAY else day


@lru_cache(maxsize=64)
def holiday_names(year: int) -> dict[date, str]:
    """The holidays of a year with their names, in order. Shared: do not change it."""
    sunday = easter(year)
    named = [
        (date(year, 1, 1), "Nieuwjaarsdag"),
        (sunday - 2 * DAY, "Goede Vrijdag"),
        (sunday, "Eerste Paasdag"),
        (sunday + DAY, "Tweede Paasdag"),
        (koningsdag(year), "Koningsdag" if year >= FIRST_KONINGSDAG else "Koninginnedag"),
        (date(year, 5, 5), "Bevrijdingsdag"),
        (sunday + 39 * DAY, "Hemelvaartsdag"),
        (sunday + 49 * DAY, "Eerste Pinksterdag"),
        (sunday + 50 * DAY, "Tweede Pinksterdag"),
        (date(year, 12, 25), "Eerste Kerstdag"),
        (date(year, 12, 26), "Tweede Kerstdag"),
        *((day, "Gelijkgestelde dag") for day in GELIJKGESTELD if day.year == year),
    ]
    names: dict[date, str] = {}
    for day, name in sorted(named):
        names[day] = f"{names[day]} en {name}" if day in names else name
    return names


def feestdagen(year: int) -> dict[date, str]:
    """The holidays of ATW art. 3 with their names, in order; Goede Vrijdag and days set by decree count as such."""
    return dict(holiday_names(year))


def is_feestdag(day: date) -> bool:
    """True on a holiday of ATW art. 3, and on a day put on a par with one."""
    return day in holiday_names(day.year)


def is_werkdag(day: date) -> bool:
    """True on a day that is not a Saturday, a Sunday or a holiday."""
    return day.weekday() < SATURDAY and not is_feestdag(day)


def next_werkdag(day: date) -> date:
    """The day itself when it is a working day, otherwise the first one after it."""
    while not is_werkdag(day):
        day += DAY
    return day


def add_werkdagen(start: date, n: int) -> date:
    """The n-th working day after `start`; before it when n is negative; `start` itself for 0."""
    step = DAY if n > 0 else -DAY
    day = start
    for _ in range(abs(n)):
        day += step
        while not is_werkdag(day):
            day += step
    return day


def werkdagen_between(a: date, b: date) -> int:
    """How many working days lie after `a`, up to and including `b`; negative when b comes before a."""
    if b < a:
        return -sum(is_werkdag(b + offset * DAY) for offset in range((a - b).days))
    return sum(is_werkdag(a + offset * DAY) for offset in range(1, (b - a).days + 1))


def add_months(day: date, months: int) -> date:
    """The day with the same number so many months on, or the last day of a shorter month."""
    year, month0 = divmod(day.year * DECEMBER + day.month - 1 + months, DECEMBER)
    return date(year, month0 + 1, min(day.day, calendar.monthrange(year, month0 + 1)[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """A length of time in exactly one unit, as a law names it: eight weeks is not 56 days."""

    days: int = 0
    weeks: int = 0
    months: int = 0
    years: int = 0

    def __post_init__(self) -> None:
        lengths = (self.days, self.weeks, self.months, self.years)
        if any(length < 0 for length in lengths) or sum(length > 0 for length in lengths) != 1:
            raise ValueError("Een termijn heeft precies één eenheid, met een getal boven de nul.")

    @classmethod
    def parse(cls, iso: str) -> Self:
        """Read an ISO 8601 duration of one unit, as the ZGW norm writes it: `P8W`, `P56D`, `P3M`, `P1Y`."""
        found = ISO_DURATION.fullmatch(iso)
        if not found:
            raise ValueError(f"{iso!r} is geen termijn in dagen, weken, maanden of jaren, zoals P8W of P56D.")
        return cls(**{unit: int(number) for unit, number in found.groupdict().items() if number})

    @property
    def iso(self) -> str:
        """The ISO 8601 duration: `P8W`."""
        units = {"D": self.days, "W": self.weeks, "M": self.months, "Y": self.years}
        return "P" + "".join(f"{length}{unit}" for unit, length in units.items() if length)

    @property
    def follows_atw(self) -> bool:
        """False for the long terms that ATW art. 4 exempts."""
        return (
            not self.years
            and self.days <= LONGEST_DAYS
            and self.weeks <= LONGEST_WEEKS
            and self.months <= LONGEST_MONTHS
        )

    def after(self, day: date) -> date:
        """The last day of the term that starts on `day`, before any extension by the ATW."""
        if self.months or self.years:
            return add_months(day, self.months + DECEMBER * self.years)
        return day + timedelta(days=self.days, weeks=self.weeks)

    def before(self, day: date) -> date:
        """The day so long before `day`; the ATW does not touch counting back (art. 1 lid 2)."""
        if self.months or self.years:
            return add_months(day, -(self.months + DECEMBER * self.years))
        return day - timedelta(days=self.days, weeks=self.weeks)


@dataclass(frozen=True, slots=True, order=True)
class Opschorting:
    """The days, first and last included, on which a term stands still (Awb 4:15)."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("Een opschorting eindigt niet voor zij begint.")

    @classmethod
    def after_request(cls, asked: date, completed: date) -> Self | None:
        """From the day after the applicant was asked to complete, up to and including completion or lapse.

        None when the answer came on the same day: then nothing stood still.
        """
        return cls(asked + DAY, completed) if completed > asked else None

    @property
    def length(self) -> timedelta:
        """How long the term stands still."""
        return self.last - self.first + DAY


def end_of_term(
    start: date,
    *,
    days: int = 0,
    weeks: int = 0,
    months: int = 0,
    years: int = 0,
    verlenging: Termijn | None = None,
    opschortingen: Iterable[Opschorting] = (),
    atw: bool = True,
) -> date:
    """The last day of a term that is named by its length; see `end_of_termijn`."""
    termijn = Termijn(days=days, weeks=weeks, months=months, years=years)
    return end_of_termijn(start, termijn, verlenging=verlenging, opschortingen=opschortingen, atw=atw)


def end_of_termijn(
    start: date,
    termijn: Termijn,
    *,
    verlenging: Termijn | None = None,
    opschortingen: Iterable[Opschorting] = (),
    atw: bool = True,
) -> date:
    """The last day of a term that starts on `start`, with extension and suspensions.

    An extension (verlengen, verdagen) runs on from the end by counting, not from the day to which the ATW moved
    it: the reading in which the municipality is never late. `atw=False` is for terms outside that law: those
    of art. 4 sub b and c, and promises that a municipality makes itself.
    """
    last = termijn if verlenging is None else verlenging
    moves = atw and last.follows_atw
    end = termijn.after(start) if verlenging is None else verlenging.after(termijn.after(start))
    for suspension in joined(opschortingen):
        if suspension.last <= start:
            continue
        standing_still = Opschorting(max(suspension.first, start + DAY), suspension.last)
        if standing_still.first > end and moves:
            end = max(end, moved(start, end))
        if standing_still.first > end:
            break
        end += standing_still.length
    return moved(start, end) if moves else end


def joined(opschortingen: Iterable[Opschorting]) -> list[Opschorting]:
    """The same days without overlap, in order: a day stands still only once."""
    result: list[Opschorting] = []
    for suspension in sorted(opschortingen):
        if result and suspension.first <= result[-1].last + DAY:
            result[-1] = Opschorting(result[-1].first, max(result[-1].last, suspension.last))
        else:
            result.append(suspension)
    return result


def moved(start: date, end: date) -> date:
    """The end of a term after ATW art. 2 (two working days at least) and art. 1 (ends on a working day)."""
    if (end - start).days >= ART_2_FROM_DAYS:
        end = max(end, add_werkdagen(start, ART_2_WERKDAGEN))
    return next_werkdag(end)


@dataclass(frozen=True, slots=True)
class Dwangsomdagen:
    """The first and the last day on which a penalty for a late decision grows (Awb 4:17)."""

    first: date
    last: date


def dwangsomdagen(*, end: date, ingebrekestelling: date) -> Dwangsomdagen | None:
    """The penalty days after a notice of default, received on `ingebrekestelling` for a term that ended on `end`.

    None when the notice came while the term still ran: a notice that comes too early has no effect.
    """
    if ingebrekestelling <= end:
        return None
    first = ingebrekestelling + DWANGSOM_GRACE + DAY
    return Dwangsomdagen(first, first + (DWANGSOM_DAYS - 1) * DAY)
