"""Amounts of money in whole cents."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.foundation.money import AmountNotRecognised, AmountTooLarge, Money

amounts = st.builds(Money, st.integers(-(10**12), 10**12))


@pytest.mark.parametrize(
    ("cents", "text"),
    [(123450, "€ 1.234,50"), (0, "€ 0,00"), (5, "€ 0,05"), (-123456789, "€ -1.234.567,89"), (100, "€ 1,00")],
)
def test_an_amount_is_written_the_dutch_way(cents, text):
    assert str(Money(cents)) == text


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("€ 1.234,50", 123450),
        ("€\N{NO-BREAK SPACE}1.234,50", 123450),
        ("1234,5", 123450),
        ("1.234", 123400),
        ("12,-", 1200),
        ("€12,--", 1200),
        ("12.50", 1250),
        (" 7 ", 700),
        ("-3,20", -320),
        ("€ -3,20", -320),
        ("- € 3,20", -320),
    ],
)
def test_what_people_write_is_read(text, cents):
    assert Money.parse(text) == Money(cents)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "€",
        "twaalf",
        "1,234",
        "1.23.4",
        "12,5,0",
        "1.2345",
        "--3",
        "-€-3",
        "1e3",
        "١٢",
        "12\n13",
        "12,50 EUR",
        "0x10",
        "NaN",
        "<b>1</b>",
        "9" * 19,
        "1_000",
        "12, 50",
    ],
)
def test_what_is_no_amount_is_refused_with_a_way_out(text):
    with pytest.raises(AmountNotRecognised, match="12,50"):
        Money.parse(text)


@given(amounts)
def test_what_is_written_reads_back(amount):
    assert Money.parse(str(amount)) == amount


@given(st.text())
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(AmountNotRecognised, AmountTooLarge):
        Money.parse(text)


@given(amounts, st.integers(1, 500))
def test_dividing_loses_no_cent(amount, parts):
    shares = amount.split(parts)
    assert sum(shares, Money.ZERO) == amount
    assert max(shares).cents - min(shares).cents <= 1


def test_sums_differences_and_multiples():
    assert Money(250) + Money(50) - Money(100) == Money(200)
    assert 3 * Money(35) == Money(35) * 3 == Money(105)
    assert -Money(5) < Money.ZERO
    assert not Money.ZERO


def test_a_part_is_rounded_half_up():
    assert Money(250).share(Decimal("0.21")) == Money(53)  # 52.5
    assert Money.euros(Decimal("0.005")) == Money(1)
    assert Money.euros(12) == Money(1200)


@pytest.mark.parametrize("wrong", [1.5, "1", True, None, Decimal("1.5")])
def test_cents_are_whole(wrong):
    with pytest.raises(TypeError):
        Money(wrong)


@pytest.mark.parametrize("wrong", [1.5, "1", True, None])
def test_a_float_never_becomes_money(wrong):
    with pytest.raises(TypeError):
        Money.euros(wrong)
    with pytest.raises(TypeError):
        Money(100) * wrong


@pytest.mark.parametrize("wrong", [Decimal("NaN"), Decimal("Infinity"), Decimal("1e400")])
def test_an_amount_without_end_is_refused(wrong):
    with pytest.raises(AmountTooLarge):
        Money.euros(wrong)


def test_an_amount_beyond_all_reason_is_refused():
    with pytest.raises(AmountTooLarge):
        Money.parse("9" * 18)


def test_dividing_over_nobody_is_refused():
    with pytest.raises(ValueError, match="minstens één"):
        Money(100).split(0)
