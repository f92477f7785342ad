"""Which sums are kept: by what reports are told apart, per day and per month. Pure.

A level is a number of bits, one for each dimension that it tells apart. A page with one filter and one grouping needs two.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

BITS: Final[dict[str, int]] = {"categorie": 1, "gebied": 2, "afdeling": 4, "kanaal": 8}
OF_DAY: Final[frozenset[int]] = frozenset({0, *BITS.values()})
OF_MONTH: Final[frozenset[int]] = OF_DAY | {one | other for one in BITS.values() for other in BITS.values()}


def level_of(names: Iterable[str]) -> int:
    """The level that tells these apart; a heading is told apart by its categories, and a month needs nothing."""
    level = 0
    for name in names:
        level |= BITS.get("categorie" if name == "hoofdcategorie" else name, 0)
    return level


def dimensions_of(level: int) -> tuple[str, ...]:
    """The columns that a level tells apart."""
    names = [name for name, bit in BITS.items() if level & bit]
    return ("hoofdcategorie", *names) if level & BITS["categorie"] else tuple(names)
