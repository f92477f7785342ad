"""Periods of validity of versions: which overlap, and what a zaaktype misses before it may be used."""

from __future__ import annotations

from datetime import date


def overlaps(begin: date, einde: date | None, other_begin: date, other_einde: date | None) -> bool:
    """Would two versions be valid on one day? The last day counts; no end means for ever."""
    return begin <= (other_einde or date.max) and other_begin <= (einde or date.max)


def find_missing(*, statustypen: int, resultaattypen: int, roltypen: int) -> list[str]:
    """What a zaaktype still needs before a zaak can start, run and end."""
    missing = []
    if statustypen < 2:  # noqa: PLR2004 - a beginning and an end
        missing.append("minstens twee statustypen")
    if not resultaattypen:
        missing.append("een resultaattype")
    if not roltypen:
        missing.append("een roltype")
    return missing
