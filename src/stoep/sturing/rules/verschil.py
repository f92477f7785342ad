"""Whether something differs before and after a change, with its 95% interval. Pure, and with no library for it.

Proportions: the hybrid score interval of Newcombe (1998, method 10), from two intervals of Wilson. Means: Welch.
Counts in windows of equal length: the ratio of two Poisson rates, on the logarithm. Below a hundred in either window
nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt

Z = 1.959963984540054
FEWEST = 100


@dataclass(frozen=True, slots=True)
class Verschil:
    """A difference (or a ratio, for counts) and between which it probably lies. None: too few to tell."""

    ervoor: float | None
    erna: float | None
    aantal_ervoor: int
    aantal_erna: int
    schatting: float | None = None
    laag: float | None = None
    hoog: float | None = None
    neutraal: float = 0.0

    @property
    def is_bekend(self) -> bool:
        """False when there are too few to tell anything."""
        return self.laag is not None

    @property
    def is_duidelijk(self) -> bool:
        """True when no difference at all lies outside the interval."""
        return self.laag is not None and self.hoog is not None and not self.laag <= self.neutraal <= self.hoog


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The interval of Wilson for a proportion."""
    p = part / whole
    scale = 1 + Z * Z / whole
    middle = (p + Z * Z / (2 * whole)) / scale
    half = Z * sqrt(p * (1 - p) / whole + Z * Z / (4 * whole * whole)) / scale
    return middle - half, middle + half


def compare_proportions(part1: int, whole1: int, part2: int, whole2: int) -> Verschil:
    """The second proportion minus the first."""
    before = part1 / whole1 if whole1 else None
    after = part2 / whole2 if whole2 else None
    if before is None or after is None or min(whole1, whole2) < FEWEST:
        return Verschil(before, after, whole1, whole2)
    (low1, high1), (low2, high2) = wilson(part1, whole1), wilson(part2, whole2)
    difference = after - before
    low = difference - sqrt((after - low2) ** 2 + (high1 - before) ** 2)
    high = difference + sqrt((high2 - after) ** 2 + (before - low1) ** 2)
    return Verschil(before, after, whole1, whole2, difference, low, high)


def compare_means(count1: int, total1: float, squares1: float, count2: int, total2: float, squares2: float) -> Verschil:
    """The second mean minus the first, from how many, their sum and the sum of their squares."""
    before = total1 / count1 if count1 else None
    after = total2 / count2 if count2 else None
    if before is None or after is None or min(count1, count2) < FEWEST:
        return Verschil(before, after, count1, count2)
    share1 = max(squares1 - total1 * total1 / count1, 0.0) / (count1 - 1) / count1
    share2 = max(squares2 - total2 * total2 / count2, 0.0) / (count2 - 1) / count2
    spread = share1 + share2
    difference = after - before
    if not spread:
        return Verschil(before, after, count1, count2, difference, difference, difference)
    freedom = spread**2 / (share1**2 / (count1 - 1) + share2**2 / (count2 - 1))
    half = student(freedom) * sqrt(spread)
    return Verschil(before, after, count1, count2, difference, difference - half, difference + half)


def student(freedom: float) -> float:
    """The 97.5% point of Student's t; the expansion is exact to four decimals from thirty degrees on."""
    z3, z5, z7 = Z**3, Z**5, Z**7
    return (
        Z
        + (z3 + Z) / (4 * freedom)
        + (5 * z5 + 16 * z3 + 3 * Z) / (96 * freedom**2)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * freedom**3)
    )


def compare_counts(count1: int, count2: int) -> Verschil:
    """How many times as many after as before, in windows of equal length."""
    if min(count1, count2) < FEWEST:
        return Verschil(count1, count2, count1, count2, neutraal=1.0)
    ratio = count2 / count1
    half = Z * sqrt(1 / count1 + 1 / count2)
    return Verschil(count1, count2, count1, count2, ratio, exp(log(ratio) - half), exp(log(ratio) + half), neutraal=1.0)
