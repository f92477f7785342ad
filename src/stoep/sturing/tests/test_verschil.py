"""The difference before and after a change, with its interval."""

from __future__ import annotations

import math
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.sturing.rules.verschil import (
    Z,
    compare_counts,
    compare_means,
    compare_proportions,
    student,
    wilson,
)


def solve_wilson(part, whole):
    """The interval by its definition: the proportions at which the score test is just not significant."""
    p = part / whole

    def score(q):
        return (p - q) ** 2 - Z * Z * q * (1 - q) / whole

    def between(low, high):
        for _ in range(200):
            half = (low + high) / 2
            low, high = (half, high) if score(low) * score(half) > 0 else (low, half)
        return low

    return (0.0 if part == 0 else between(0.0, p), 1.0 if part == whole else between(1.0, p))


def t_density(x, freedom):
    gone = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)
    return math.exp(gone) / math.sqrt(freedom * math.pi) * (1 + x * x / freedom) ** (-(freedom + 1) / 2)


def t_upto(x, freedom, parts=2000):
    """The distribution of Student by Simpson's rule."""
    width = x / parts
    weights = (4 if place % 2 else 2 for place in range(1, parts))
    inner = sum(weight * t_density(place * width, freedom) for place, weight in enumerate(weights, start=1))
    return 0.5 + width / 3 * (t_density(0, freedom) + inner + t_density(x, freedom))


@pytest.mark.parametrize(("part", "whole"), [(0, 100), (1, 100), (56, 70), (240, 300), (100, 100), (9500, 10000)])
def test_wilson_is_where_the_score_test_turns(part, whole):
    assert wilson(part, whole) == pytest.approx(solve_wilson(part, whole), abs=1e-9)


# Newcombe 1998, table II, method 10, of which (a) to (d) are wide enough to check by hand.
@pytest.mark.parametrize(
    ("part1", "whole1", "part2", "whole2", "low", "high"),
    [
        (480, 800, 560, 700, 0.1540, 0.2448),
        (240, 300, 246, 300, -0.0430, 0.0829),
        (150, 200, 120, 200, -0.2388, -0.0585),
    ],
)
def test_proportions_follow_newcombe(part1, whole1, part2, whole2, low, high):
    found = compare_proportions(part1, whole1, part2, whole2)
    (l1, u1), (l2, u2) = solve_wilson(part1, whole1), solve_wilson(part2, whole2)
    p1, p2 = part1 / whole1, part2 / whole2

    assert found.laag == pytest.approx(p2 - p1 - math.hypot(p2 - l2, u1 - p1), abs=1e-9)
    assert found.hoog == pytest.approx(p2 - p1 + math.hypot(u2 - p2, p1 - l1), abs=1e-9)
    assert (found.laag, found.hoog) == pytest.approx((low, high), abs=0.002)


@pytest.mark.parametrize("freedom", [30, 99, 150.5, 400, 5000])
def test_the_point_of_student_leaves_two_and_a_half_percent(freedom):
    assert t_upto(student(freedom), freedom) == pytest.approx(0.975, abs=2e-6)


def test_the_normal_point_is_right():
    assert NormalDist().inv_cdf(0.975) == pytest.approx(Z, abs=1e-12)


def test_means_follow_welch():
    """Two groups of which the variances are known: 100 with mean 5 and variance 4, 200 with mean 4 and variance 9."""
    found = compare_means(100, 500, 99 * 4 + 2500, 200, 800, 199 * 9 + 3200)
    spread = 4 / 100 + 9 / 200
    freedom = spread**2 / ((4 / 100) ** 2 / 99 + (9 / 200) ** 2 / 199)
    half = student(freedom) * math.sqrt(spread)

    assert freedom == pytest.approx(274.4, abs=0.2)
    assert (found.schatting, found.laag, found.hoog) == pytest.approx((-1.0, -1 - half, -1 + half))
    assert found.is_duidelijk


def test_counts_are_compared_as_a_ratio():
    found = compare_counts(200, 300)
    width = Z * math.sqrt(1 / 200 + 1 / 300)

    assert found.schatting == 1.5
    assert (found.laag, found.hoog) == pytest.approx((1.5 * math.exp(-width), 1.5 * math.exp(width)))
    assert found.is_duidelijk
    assert not compare_counts(200, 210).is_duidelijk


@pytest.mark.parametrize(
    "found",
    [
        compare_proportions(99, 99, 0, 5000),
        compare_proportions(0, 0, 0, 0),
        compare_means(99, 99, 99, 500, 500, 500),
        compare_means(0, 0, 0, 0, 0, 0),
        compare_counts(99, 5000),
        compare_counts(0, 0),
    ],
)
def test_below_a_hundred_nothing_is_said(found):
    assert not found.is_bekend
    assert not found.is_duidelijk
    assert found.schatting is None


def test_durations_that_are_all_the_same_differ_exactly():
    found = compare_means(100, 200, 400, 100, 300, 900)

    assert (found.schatting, found.laag, found.hoog) == (1, 1, 1)


@given(st.integers(100, 5000), st.integers(100, 5000), st.floats(0, 1), st.floats(0, 1))
def test_the_difference_lies_in_its_interval_and_swapping_turns_the_sign(whole1, whole2, share1, share2):
    part1, part2 = round(share1 * whole1), round(share2 * whole2)
    one = compare_proportions(part1, whole1, part2, whole2)
    other = compare_proportions(part2, whole2, part1, whole1)

    assert -1 <= one.laag <= one.schatting + 1e-12
    assert one.schatting - 1e-12 <= one.hoog <= 1
    assert (one.laag, one.hoog) == pytest.approx((-other.hoog, -other.laag), abs=1e-12)
