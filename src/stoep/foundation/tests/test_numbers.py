"""Numbers with a form or a check digit."""

import copy
import logging
import pickle
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.foundation.numbers import (
    Bsn,
    BsnNotValid,
    Emailadres,
    Iban,
    Kenteken,
    KvkNummer,
    Postcode,
    Rsin,
    Telefoonnummer,
    passes_elfproef,
)

KINDS = [Bsn, Rsin, KvkNummer, Iban, Postcode, Telefoonnummer, Kenteken, Emailadres]


@pytest.mark.parametrize("text", ["111222333", "1112.22.333", " 111 222 333 ", "111-222-333"])
def test_a_bsn_gives_its_digits_only_when_asked(text):
    assert Bsn(text).value == "111222333"


def test_an_old_bsn_of_eight_digits_gets_its_zero():
    assert Bsn("10000021").value == Bsn("010000021").value == "010000021"


def test_a_bsn_prints_as_dots_wherever_it_is_shown(caplog):
    bsn = Bsn("111222333")
    shown = [str(bsn), repr(bsn), f"{bsn}", f"{bsn!r}", f"{bsn:>20}", str([bsn]), str({bsn: bsn})]
    logging.getLogger("x").warning("bsn %s", bsn)
    shown.append("".join(traceback.format_exception(ValueError(bsn))))
    assert all("•••" in text for text in shown)
    assert not any("111222333" in text or "222" in text for text in [*shown, caplog.text, str(vars(type(bsn)))])
    assert not hasattr(bsn, "__dict__")


@pytest.mark.parametrize(
    "text", ["111222334", "000000000", "12345678", "1112223330", "", "abc", "١١١٢٢٢٣٣٣", "111222333\x00", "1" * 10_000]
)
def test_what_is_no_bsn_is_refused_without_repeating_it(text):
    with pytest.raises(BsnNotValid) as refused:
        Bsn(text)
    assert "9 cijfers" in str(refused.value)
    assert not text or text not in str(refused.value)
    assert not text.strip("0") or text not in str(refused.value.values)


@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_one_wrong_digit_is_always_found(digits):
    if passes_elfproef(digits):
        for place in range(9):
            wrong = digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]
            assert not passes_elfproef(wrong)


def test_values_compare_by_kind_and_number_and_do_not_change():
    assert Rsin("111222333") == Rsin("111.222.333")
    assert Rsin("111222333") != Bsn("111222333")
    assert {Postcode("4531ab"), Postcode("4531 AB")} == {Postcode("4531AB")}
    with pytest.raises(AttributeError):
        Bsn("111222333").value = "1"
    with pytest.raises(AttributeError):
        Bsn("111222333")._value = "1"


@pytest.mark.parametrize("value", [Bsn("111222333"), Iban("NL91ABNA0417164300"), Kenteken("AB123C")])
def test_values_survive_copying(value):
    assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Rsin, "111222333", "111222333"),
        (KvkNummer, "1234 5678", "12345678"),
        (KvkNummer, "01234567", "01234567"),
        (Iban, "nl91 abna 0417 1643 00", "NL91ABNA0417164300"),
        (Iban, "BE71 0961 2345 6769", "BE71096123456769"),
        (Postcode, "4531ab", "4531 AB"),
        (Postcode, " 4531  AB", "4531 AB"),
        (Postcode, "4531\N{NO-BREAK SPACE}AB", "4531 AB"),
        (Telefoonnummer, "06-12345678", "+31612345678"),
        (Telefoonnummer, "06 12 34 56 78", "+31612345678"),
        (Telefoonnummer, "+31 (0)6 12345678", "+31612345678"),
        (Telefoonnummer, "+31 06 12345678", "+31612345678"),
        (Telefoonnummer, "0031612345678", "+31612345678"),
        (Telefoonnummer, "(0115) 12 34 56", "+31115123456"),
        (Telefoonnummer, "14 0115", "14 0115"),
        (Telefoonnummer, "14020", "14 020"),
        (Telefoonnummer, "0800-1234", "08001234"),
        (Telefoonnummer, "+32 3 123 45 67", "+3231234567"),
        (Kenteken, "ab-123-c", "AB-123-C"),
        (Kenteken, "AB123C", "AB-123-C"),
        (Kenteken, "1ABC23", "1-ABC-23"),
        (Kenteken, "ABCD12", "AB-CD-12"),
        (Kenteken, "12 ab cd", "12-AB-CD"),
        (Emailadres, " Youssef.El.Amrani@Voorbeeld.NL ", "Youssef.El.Amrani@voorbeeld.nl"),
        (Emailadres, "info@gemeente.havendam.example", "info@gemeente.havendam.example"),
    ],
)
def test_what_people_type_gets_one_normal_form(kind, text, value):
    assert kind(text).value == value
    assert str(kind(text)) == value
    assert kind(value) == kind(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Rsin, "111222334"),
        (KvkNummer, "1234567"),
        (KvkNummer, "00000000"),
        (KvkNummer, "123456789"),
        (Iban, "NL91ABNA0417164301"),
        (Iban, "NL91 ABNA"),
        (Iban, "XX91ABNA0417164300"),
        (Iban, "NL91ABNA041716430\N{FULLWIDTH DIGIT ZERO}"),
        (Postcode, "0531 AB"),
        (Postcode, "4531 SS"),
        (Postcode, "4531 A1"),
        (Postcode, "4531"),
        (Postcode, "4531 AB Havendam"),
        (Postcode, "4531\nAB"),
        (Telefoonnummer, "0612345"),
        (Telefoonnummer, "061234567890"),
        (Telefoonnummer, "0012345678"[:5]),
        (Telefoonnummer, "1234567890"),
        (Telefoonnummer, "bel mij"),
        (Telefoonnummer, "+31"),
        (Telefoonnummer, "06-1234567x"),
        (Kenteken, "ABCDEF"),
        (Kenteken, "123456"),
        (Kenteken, "AB-123-CD"),
        (Kenteken, "ÄB-123-C"),
        (Emailadres, "naam"),
        (Emailadres, "naam@"),
        (Emailadres, "naam@localhost@x"),
        (Emailadres, "naam@voorbeeld"),
        (Emailadres, "a b@voorbeeld.nl"),
        (Emailadres, "naam@voorbeeld.nl, ander@voorbeeld.nl"),
        (Emailadres, "Naam <naam@voorbeeld.nl>"),
        (Emailadres, "naam@voorbeeld.nl\nBcc: x@voorbeeld.nl"),
        (Emailadres, "naäm@voorbeeld.nl"),
        (Emailadres, "x" * 65 + "@voorbeeld.nl"),
    ],
)
def test_what_cannot_be_right_is_refused_in_dutch(kind, text):
    with pytest.raises(kind.refusal) as refused:
        kind(text)
    assert str(refused.value).startswith("Dit ")
    assert not kind.is_valid(text)


@pytest.mark.parametrize("kind", KINDS)
@given(text=st.one_of(st.text(), st.text(alphabet="0123456789+- ()ABab@."), st.text("9", min_size=1000, max_size=3000)))
def test_any_text_becomes_a_value_or_a_refusal(kind, text):
    if kind.is_valid(text):
        value = kind(text)
        assert value.value.isprintable()
        assert kind(value.value) == value
    else:
        with pytest.raises(kind.refusal):
            kind(text)


@pytest.mark.parametrize(
    ("number", "readable"),
    [
        ("0612345678", "06 12345678"),
        ("0115123456", "0115 123456"),
        ("0201234567", "020 1234567"),
        ("14 0115", "14 0115"),
        ("+3231234567", "+3231234567"),
    ],
)
def test_a_telephone_number_reads_as_people_write_it(number, readable):
    assert Telefoonnummer(number).readable == readable


def test_only_dutch_mobile_numbers_get_text_messages():
    assert Telefoonnummer("0612345678").is_mobile
    assert not Telefoonnummer("0115123456").is_mobile


def test_an_iban_reads_in_groups_of_four():
    assert Iban("NL91ABNA0417164300").grouped == "NL91 ABNA 0417 1643 00"
