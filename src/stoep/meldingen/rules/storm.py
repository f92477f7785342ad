"""When many reports are one wave: a storm, a burst main, an event. Pure.

Three things together: enough of them in a short time, far more than is usual at this hour, and at different places.
Many reports of one place are no wave: that is one report with many reporters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

LOOK_BACK_DAYS = 56


@dataclass(frozen=True, slots=True)
class Golfregel:
    """From when it is a wave, as the administrator set it, and after how much silence it is over."""

    meldingen: int = 8
    plekken: int = 5
    minuten: int = 30
    keer: int = 5
    stil_uren: int = 4

    @property
    def window(self) -> timedelta:
        """The time in which they are counted."""
        return timedelta(minutes=self.minuten)


STANDARD = Golfregel()


@dataclass(frozen=True, slots=True)
class Golfoordeel:
    """Whether it is a wave, and why, in words for whoever reads it."""

    is_golf: bool
    waarom: str


def decide_golf(*, aantal: int, plekken: int, gewoon: float, regel: Golfregel = STANDARD) -> Golfoordeel:
    """Judge the reports of one subject in one area: how many in the window, at how many places, how many usually."""
    enough = aantal >= regel.meldingen and plekken >= regel.plekken
    usual = f"{gewoon:.1f}".replace(".", ",")
    waarom = (
        f"{aantal} meldingen op {plekken} plekken in {regel.minuten} minuten; normaal op dit uur {usual}. "
        f"Regel: minstens {regel.meldingen} meldingen op minstens {regel.plekken} plekken, "
        f"en {regel.keer} keer zo veel als normaal."
    )
    return Golfoordeel(enough and aantal >= regel.keer * gewoon, waarom)


def usual_in_window(found: int, hours: int = 3, *, regel: Golfregel = STANDARD) -> float:
    """How many there usually are in the window, from those around this hour in the last eight weeks."""
    return found * regel.minuten / (LOOK_BACK_DAYS * hours * 60)


def is_over(*, laatste: datetime, now: datetime, regel: Golfregel = STANDARD) -> bool:
    """True when it has been silent long enough."""
    return now - laatste >= timedelta(hours=regel.stil_uren)
