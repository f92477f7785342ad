"""Days, moments and amounts of time as plain Dutch text. Needs no locale of the operating system."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from stoep.foundation import clock

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WEEK = 7
IN_WEEKS_FROM = 14
IN_MONTHS_FROM = 92
DAYS_IN_MONTH = 30.4375
KILO = 1000


def day(value: date, *, today: date | None = None) -> str:
    """`do 3 dec`, with the year when that is another than this year's."""
    value = local_date(value)
    text = f"{DAYS[value.weekday()][:2]} {value.day} {SHORT_MONTHS[value.month - 1]}"
    return text if value.year == (today or clock.today()).year else f"{text} {value.year}"


def full_day(value: date) -> str:
    """`donderdag 3 december 2026`, for letters and mail."""
    value = local_date(value)
    return f"{DAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]} {value.year}"


def clock_time(value: time | datetime) -> str:
    """`9.14`: the hour without a zero before it, and a full stop, as Dutch is written."""
    if isinstance(value, datetime):
        value = local(value).time()
    return f"{value.hour}.{value.minute:02}"


def moment(value: datetime, *, today: date | None = None) -> str:
    """`do 3 dec 9.14`, in the time of the Netherlands."""
    return f"{day(value, today=today)} {clock_time(value)}"


def full_moment(value: datetime) -> str:
    """`donderdag 3 december 2026 om 9.14 uur`, for letters and mail."""
    return f"{full_day(value)} om {clock_time(value)} uur"


def period(first: date, last: date, *, today: date | None = None) -> str:
    """`do 3 dec tot en met za 5 dec`, or one day when it is one."""
    if local_date(first) == local_date(last):
        return day(first, today=today)
    return f"{day(first, today=today)} tot en met {day(last, today=today)}"


def days_left(deadline: date, today: date | None = None) -> str:
    """How long until a deadline: `nog 4 dagen`, `vandaag`, `te laat, 1 dag`, `nog 3 weken`. Rounded down."""
    days = (local_date(deadline) - (today or clock.today())).days
    if days == 0:
        return "vandaag"
    return f"nog {span(days)}" if days > 0 else f"te laat, {span(-days)}"


def span(days: int) -> str:
    """`1 dag`, `4 dagen`; from two weeks on in whole weeks, from three months on in whole months."""
    if days < IN_WEEKS_FROM:
        return counted(days, "dag", "dagen")
    if days < IN_MONTHS_FROM:
        return counted(days // WEEK, "week", "weken")
    return counted(int(days / DAYS_IN_MONTH), "maand", "maanden")


def ago(value: datetime, *, now: datetime | None = None) -> str:
    """How long ago something happened: `zojuist`, `5 minuten geleden`, `3 uur geleden`, else the moment."""
    passed = (now or clock.now()) - local(value)
    if passed < timedelta(minutes=1):
        return "zojuist" if passed >= timedelta(minutes=-1) else moment(value)
    if passed < timedelta(hours=1):
        return f"{counted(passed // timedelta(minutes=1), 'minuut', 'minuten')} geleden"
    if passed < timedelta(days=1):
        return f"{passed // timedelta(hours=1)} uur geleden"
    return moment(value)


def counted(number: int, one: str, many: str) -> str:
    """`1 melding`, `1.250 meldingen`, `geen meldingen` stays the caller's choice."""
    return f"{number:,}".replace(",", ".") + f" {one if number == 1 else many}"


def enumeration(words: Sequence[str], last: str = "en") -> str:
    """`a, b en c`."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def file_size(size: int) -> str:
    """`850 kB`, `4,2 MB`: rounded, in units of a thousand."""
    if size < KILO:
        return counted(size, "byte", "bytes")
    if size < KILO * KILO:
        return f"{max(1, round(size / KILO))} kB"
    amount = size / KILO**2
    return f"{amount:.1f}".removesuffix(".0").replace(".", ",") + " MB"


def local(value: datetime) -> datetime:
    """A moment in the time of the Netherlands. A moment without a zone is refused: it could mean anything."""
    if value.tzinfo is None:
        raise ValueError("Een moment heeft een tijdzone nodig.")
    return value.astimezone(clock.AMSTERDAM)


def local_date(value: date) -> date:
    """The day of a date, or of a moment in the Netherlands."""
    return local(value).date() if isinstance(value, datetime) else value
