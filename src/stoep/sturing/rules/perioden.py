"""Periods of the figures, what they are compared with, and the steps of a line over them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from stoep.foundation.kalender import add_months

DAY = timedelta(days=1)
WEEK = 7
IN_DAYS_UP_TO = 31
IN_WEEKS_UP_TO = 100
QUARTER = 3
YEAR = 12
THIRTY = 30
STANDAARD = "12-maanden"


@dataclass(frozen=True, slots=True)
class Periode:
    """From one day up to and including another."""

    van: date
    tot: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.tot - self.van).days + 1

    def before(self) -> Periode:
        """The period of the same length just before: whole months by months, otherwise by days."""
        months = whole_months(self)
        van = add_months(self.van, -months) if months else self.van - self.days * DAY
        return Periode(van, self.van - DAY)

    def year_earlier(self) -> Periode:
        """The same days a year earlier."""
        return Periode(add_months(self.van, -YEAR), add_months(self.tot + DAY, -YEAR) - DAY)


def whole_months(periode: Periode) -> int:
    """How many whole months a period has; 0 when it does not end on the eve of the day it began."""
    end = periode.tot + DAY
    months = (end.year - periode.van.year) * YEAR + end.month - periode.van.month
    return months if months > 0 and add_months(periode.van, months) == end else 0


def named_periode(code: str, today: date) -> Periode | None:
    """The period that a choice means today; None for a choice that does not exist."""
    quarter = date(today.year, (today.month - 1) // QUARTER * QUARTER + 1, 1)
    match code:
        case "30-dagen":
            return Periode(today - (THIRTY - 1) * DAY, today)
        case "kwartaal":
            return Periode(quarter, today)
        case "12-maanden":
            return Periode(add_months(today, -YEAR) + DAY, today)
        case "dit-jaar":
            return Periode(date(today.year, 1, 1), today)
        case "vorig-jaar":
            return Periode(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
        case _:
            return None


def steps(periode: Periode) -> list[Periode]:
    """A period in days, in weeks from its first day, or in months of the calendar, by its length."""
    found = []
    van = periode.van
    while van <= periode.tot:
        if periode.days <= IN_DAYS_UP_TO:
            last = van
        elif periode.days <= IN_WEEKS_UP_TO:
            last = van + (WEEK - 1) * DAY
        else:
            last = add_months(van.replace(day=1), 1) - DAY
        found.append(Periode(van, min(last, periode.tot)))
        van = last + DAY
    return found


def split_months(periode: Periode) -> tuple[Periode | None, list[Periode]]:
    """The whole calendar months of a period, and the days before and after them."""
    first = periode.van if periode.van.day == 1 else add_months(periode.van.replace(day=1), 1)
    end = periode.tot + DAY
    last = end.replace(day=1) - DAY
    if last < first:
        return None, [periode]
    edges = [Periode(periode.van, first - DAY), Periode(last + DAY, periode.tot)]
    return Periode(first, last), [edge for edge in edges if edge.van <= edge.tot]


def windows(dag: date, weken: int, today: date) -> tuple[Periode, Periode] | None:
    """Two windows of equal length, just before and from a day on; shorter when there are not yet so many days."""
    days = min(weken * WEEK, (today - dag).days + 1)
    if days < 1:
        return None
    return Periode(dag - days * DAY, dag - DAY), Periode(dag, dag + (days - 1) * DAY)
