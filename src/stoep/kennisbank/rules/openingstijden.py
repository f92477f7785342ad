"""When phone and desk can be reached, said as a resident would ask it.

Pure functions over plain values. A moment is local Dutch time; the caller converts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
LOOK_AHEAD_DAYS = 14
DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True, order=True)
class Blok:
    """An unbroken time in which one is reached, on one day."""

    van: time
    tot: time


@dataclass(frozen=True, slots=True)
class Openingstijden:
    """`week` holds the blocks per weekday (0 is Monday); `afwijkend` replaces a whole day, with no blocks when closed."""

    week: Mapping[int, Sequence[Blok]]
    afwijkend: Mapping[date, Sequence[Blok]]

    def on(self, day: date) -> Sequence[Blok]:
        """The blocks of one day, in order."""
        blocks = self.afwijkend[day] if day in self.afwijkend else self.week.get(day.weekday(), ())
        return sorted(blocks)


@dataclass(frozen=True, slots=True)
class Bereikbaarheid:
    """Open now until `tot`, or closed until `volgende` (None: not within two weeks)."""

    is_open: bool
    tot: datetime | None = None
    volgende: datetime | None = None


def decide_bereikbaarheid(tijden: Openingstijden, moment: datetime) -> Bereikbaarheid:
    """Decide whether one is reached at `moment`, and until or from when."""
    for block in tijden.on(moment.date()):
        if block.van <= moment.time().replace(tzinfo=None) < block.tot:
            return Bereikbaarheid(is_open=True, tot=datetime.combine(moment.date(), block.tot, tzinfo=moment.tzinfo))
    for ahead in range(LOOK_AHEAD_DAYS + 1):
        day = moment.date() + timedelta(days=ahead)
        for block in tijden.on(day):
            begin = datetime.combine(day, block.van, tzinfo=moment.tzinfo)
            if begin > moment:
                return Bereikbaarheid(is_open=False, volgende=begin)
    return Bereikbaarheid(is_open=False)


def clock_time(moment: time, *, short: bool = False) -> str:
    """8.30 uur: no leading zero, a point between hours and minutes; `short` leaves the word out."""
    return f"{moment.hour}.{moment.minute:02d}" + ("" if short else " uur")


def say_bereikbaarheid(found: Bereikbaarheid, *, today: date, open_word: str) -> str:
    """Say it in a few words: 'nu bereikbaar tot 17.00 uur', 'morgen bereikbaar vanaf 8.30 uur'."""
    if found.is_open and found.tot is not None:
        return f"nu {open_word} tot {clock_time(found.tot.time())}"
    if found.volgende is None:
        return f"nu niet {open_word}"
    days = (found.volgende.date() - today).days
    when = {0: "vandaag", 1: "morgen"}.get(days, WEEKDAYS[found.volgende.weekday()])
    if days >= DAYS_IN_WEEK:
        when = f"{WEEKDAYS[found.volgende.weekday()]} over een week" if days < LOOK_AHEAD_DAYS else "over twee weken"
    return f"{when} {open_word} vanaf {clock_time(found.volgende.time())}"


def say_week(tijden: Openingstijden) -> list[tuple[str, str]]:
    """The ordinary week, equal days joined: [('maandag tot en met vrijdag', '8.30 tot 17.00 uur')]."""
    lines: list[tuple[int, int, str]] = []
    for weekday in range(DAYS_IN_WEEK):
        blocks = sorted(tijden.week.get(weekday, ()))
        text = " en ".join(f"{clock_time(b.van, short=True)} tot {clock_time(b.tot)}" for b in blocks) or "gesloten"
        if lines and lines[-1][2] == text:
            lines[-1] = (lines[-1][0], weekday, text)
        else:
            lines.append((weekday, weekday, text))
    return [(say_days(first, last), text) for first, last, text in lines]


def say_days(first: int, last: int) -> str:
    """Name one day or a run of days."""
    if first == last:
        return WEEKDAYS[first]
    joint = "en" if last == first + 1 else "tot en met"
    return f"{WEEKDAYS[first]} {joint} {WEEKDAYS[last]}"
