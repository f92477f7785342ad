"""When the agreed work must be ready, and how that is said. Working days as the Dutch calendar has them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from stoep.foundation.kalender import add_werkdagen
from stoep.foundation.nederlands import clock_time, counted, day, days_left

END_OF_DAY = time(23, 59)
LINK_KEPT = timedelta(days=30)
HOURS_SAID_UNDER = timedelta(hours=48)


def deadline_after(start: datetime, *, werkdagen: int, spoed_uren: int | None = None) -> datetime:
    """The agreed moment: so many working days on, at the end of that day; for urgent work so many hours on.

    `start` is in Dutch time. Urgent hours run at night and in the weekend too.
    """
    if spoed_uren is not None:
        return (start + timedelta(hours=spoed_uren)).replace(second=0, microsecond=0)
    return end_of(add_werkdagen(start.date(), werkdagen), start)


def end_of(dag: date, like: datetime) -> datetime:
    """The end of a day, in the time zone of another moment."""
    return datetime.combine(dag, END_OF_DAY, like.tzinfo)


def link_until(deadline: datetime) -> datetime:
    """How long the link of an order works: a month after the term."""
    return deadline + LINK_KEPT


def say_agreed(*, werkdagen: int, spoed_uren: int | None = None) -> str:
    """`5 werkdagen`, or `4 uur` for urgent work."""
    return f"{spoed_uren} uur" if spoed_uren is not None else counted(werkdagen, "werkdag", "werkdagen")


def say_deadline(deadline: datetime, *, spoed: bool) -> str:
    """`do 3 dec`, or `do 3 dec 14.30 uur` for urgent work. `deadline` is in Dutch time."""
    return f"{day(deadline.date())} {clock_time(deadline)} uur" if spoed else day(deadline.date())


def say_left(deadline: datetime, now: datetime, *, spoed: bool) -> str:
    """What is left in words: `nog 3 dagen`, `vandaag`, `te laat, 1 dag`; urgent work near its end in hours."""
    left = deadline - now
    if not spoed or abs(left) >= HOURS_SAID_UNDER:
        return days_left(deadline.date(), now.date())
    hours = int(abs(left).total_seconds() // 3600)
    if left.total_seconds() >= 0:
        return f"nog {hours} uur" if hours else "nog minder dan 1 uur"
    return f"te laat, {hours} uur" if hours else "net te laat"


def tone_left(deadline: datetime, now: datetime) -> str:
    """The tone beside the words: late, soon or in time."""
    if deadline < now:
        return "late"
    return "warn" if (deadline.date() - now.date()).days <= 1 else "ok"
