"""How many hours somebody is there in a week, and who replaces them when they are not.

Pure: the roster, the absences and the holidays are told, nothing is looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
DAYS_OF_WORK = 5

Who = TypeVar("Who")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included."""

    van: date
    tot: date

    def holds(self, day: date) -> bool:
        """Answer whether the day lies in this period."""
        return self.van <= day <= self.tot


def monday_of(day: date) -> date:
    """The Monday of the week of this day."""
    return day - timedelta(days=day.weekday())


def usual_hours(uren_per_week: float) -> tuple[float, ...]:
    """The roster of somebody who has none: the hours of the contract, spread over Monday to Friday."""
    return (uren_per_week / DAYS_OF_WORK,) * DAYS_OF_WORK + (0.0, 0.0)


def hours_in_week(
    week_start: date, uren: Sequence[float], absences: Iterable[Period], is_holiday: Callable[[date], bool]
) -> float:
    """The hours somebody is there in the week of `week_start`; holidays and absences count as nothing."""
    monday = monday_of(week_start)
    away = list(absences)
    days = [monday + timedelta(days=number) for number in range(7)]
    return sum(
        hours
        for day, hours in zip(days, uren, strict=True)
        if not is_holiday(day) and not any(period.holds(day) for period in away)
    )


def find_replacement(who: Who, replaced_by: Mapping[Who, Who | None]) -> Who | None:
    """Who does the work of `who` today. `replaced_by` names everybody who is away, with their replacement.

    A replacement who is away too passes the work on. None: nobody is named, or they name each other.
    """
    seen = {who}
    present: Who | None = replaced_by.get(who)
    while present is not None and present in replaced_by:
        if present in seen:
            return None
        seen.add(present)
        present = replaced_by[present]
    return present
