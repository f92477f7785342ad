"""Which reminder is due: one before the term, one when it is over, then it goes to our own people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from stoep.foundation.kalender import is_werkdag, werkdagen_between

FIRST_HOUR, LAST_HOUR = 7, 18
DAYS_BEFORE = 1
DAYS_LATE = 3
MINUTES_BEFORE_URGENT = 60


class Herinnering(StrEnum):
    """A reminder."""

    BIJNA = "bijna"
    TE_LAAT = "te_laat"
    ESCALATIE = "escalatie"


@dataclass(frozen=True, slots=True)
class Lopend:
    """What the rule must know of an order that the contractor has. Moments are in Dutch time."""

    termijn: datetime
    verstuurd_op: datetime
    spoed: bool
    is_vooraf_herinnerd: bool = False
    is_gemaand: bool = False
    is_geescaleerd: bool = False


def due_reminder(order: Lopend, now: datetime) -> Herinnering | None:
    """The one reminder that is due now; None when none is. The strongest goes first, and each goes once."""
    if not order.spoed and not is_at_work(now):
        return None
    if order.termijn < now:
        if is_long_late(order, now) and not order.is_geescaleerd:
            return Herinnering.ESCALATIE
        return None if order.is_gemaand or order.is_geescaleerd else Herinnering.TE_LAAT
    if order.is_vooraf_herinnerd or not is_nearly_over(order, now):
        return None
    return Herinnering.BIJNA


def is_at_work(now: datetime) -> bool:
    """True when somebody reads mail: a working day, in office hours."""
    return is_werkdag(now.date()) and FIRST_HOUR <= now.hour < LAST_HOUR


def is_long_late(order: Lopend, now: datetime) -> bool:
    """Urgent work: as soon as it is late. Other work: after three working days."""
    return order.spoed or werkdagen_between(order.termijn.date(), now.date()) >= DAYS_LATE


def is_nearly_over(order: Lopend, now: datetime) -> bool:
    """A working day before the term; for urgent work an hour. Not on the day that it was sent: that is no news."""
    if order.spoed:
        return (order.termijn - now).total_seconds() <= MINUTES_BEFORE_URGENT * 60
    is_near = werkdagen_between(now.date(), order.termijn.date()) <= DAYS_BEFORE
    return is_near and order.verstuurd_op.date() < now.date()
