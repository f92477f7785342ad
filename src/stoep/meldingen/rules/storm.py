"""When many reports are one wave: a storm, a burst main, an event. Pure.

Three things together: enough of them in half an hour, far more than is usual at this hour, and at different places.
Many reports of one place are no wave: that is one report with many reporters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=30)
LEAST_REPORTS = 8
LEAST_PLACES = 5
TIMES_USUAL = 5.0
SILENCE = timedelta(hours=4)
LOOK_BACK_DAYS = 56


@dataclass(frozen=True, slots=True)
class Golfoordeel:
    """Whether it is a wave, and why, in words for whoever reads it."""

    is_golf: bool
    waarom: str


def decide_golf(*, aantal: int, plekken: int, gewoon: float) -> Golfoordeel:
    """Judge the reports of one subject in one area: how many in half an hour, at how many places, and how many usually."""
    enough = aantal >= LEAST_REPORTS and plekken >= LEAST_PLACES
    usual = f"{gewoon:.1f}".replace(".", ",")
    waarom = (
        f"{aantal} meldingen op {plekken} plekken in een half uur; normaal op dit uur {usual}. "
        f"Regel: minstens {LEAST_REPORTS} meldingen op minstens {LEAST_PLACES} plekken, "
        f"en {TIMES_USUAL:.0f} keer zo veel als normaal."
    )
    return Golfoordeel(enough and aantal >= TIMES_USUAL * gewoon, waarom)


def usual_in_window(found: int, hours: int = 3) -> float:
    """How many there usually are in half an hour, from those around this hour in the last eight weeks."""
    return found / (LOOK_BACK_DAYS * hours * 2)


def is_over(*, laatste: datetime, now: datetime) -> bool:
    """True when it has been silent long enough."""
    return now - laatste >= SILENCE
