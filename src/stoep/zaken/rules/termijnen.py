"""When a zaak must be done: the promise of the municipality and the last day of the law.

Pure functions. The promise (servicenorm) counts in working days or calendar time and is nobody's right; the
legal term (doorlooptijd) follows the Algemene termijnenwet and stands still during a suspension.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from stoep.foundation.duur import Duur
from stoep.foundation.kalender import Termijn, add_werkdagen, end_of_termijn, next_werkdag


@dataclass(frozen=True, slots=True)
class Termijnen:
    """The two days that matter to a zaak. None: no promise was made, or no law applies."""

    gepland: date | None
    uiterlijk: date | None


def end_of(start: date, duur: Duur) -> date:
    """The last day of a legal term that starts the day after `start`.

    A term in one unit follows the Algemene termijnenwet; a mixed term ends on the first working day.
    """
    units = [unit for unit in (duur.jaren, duur.maanden, duur.weken, duur.dagen) if unit]
    if len(units) == 1:
        termijn = Termijn(years=duur.jaren, months=duur.maanden, weeks=duur.weken, days=duur.dagen)
        return end_of_termijn(start, termijn)
    return next_werkdag(duur.after(start))


def decide_termijnen(
    startdatum: date,
    *,
    doorlooptijd: Duur | None,
    servicenorm: Duur | None = None,
    servicenorm_werkdagen: int | None = None,
    beloofd: date | None = None,
) -> Termijnen:
    """Decide both days at the start. A promised day wins over working days, and those over calendar time.

    The promise is never later than the law allows.
    """
    uiterlijk = end_of(startdatum, doorlooptijd) if doorlooptijd else None
    gepland = beloofd
    if gepland is None and servicenorm_werkdagen is not None:
        gepland = add_werkdagen(startdatum, servicenorm_werkdagen)
    elif gepland is None and servicenorm:
        gepland = next_werkdag(servicenorm.after(startdatum))
    if gepland and uiterlijk:
        gepland = min(gepland, uiterlijk)
    return Termijnen(gepland, uiterlijk)


def extend(termijnen: Termijnen, duur: Duur) -> Termijnen:
    """Move the last day of the law by an extension. The promise moves with it, if there was one."""
    if termijnen.uiterlijk is None:
        return termijnen
    uiterlijk = next_werkdag(duur.after(termijnen.uiterlijk))
    gepland = next_werkdag(duur.after(termijnen.gepland)) if termijnen.gepland else None
    return Termijnen(min(gepland, uiterlijk) if gepland else None, uiterlijk)


def resume(termijnen: Termijnen, *, opgeschort_op: date, hervat_op: date) -> Termijnen:
    """Move both days by the days that the term stood still (Awb 4:15: from the day after the request)."""
    days = max((hervat_op - opgeschort_op).days, 0)
    return Termijnen(later(termijnen.gepland, days), later(termijnen.uiterlijk, days))


def later(day: date | None, days: int) -> date | None:
    """The day so many days later, or the first working day after it; an absent day stays absent."""
    if day is None or days == 0:
        return day
    return next_werkdag(day + timedelta(days=days))
