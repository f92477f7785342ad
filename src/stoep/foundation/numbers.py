"""Numbers and addresses that have a form or a check digit: what exists as a value here is well-formed.

Each type is made from text as a person types it, holds one normal form in `value`, and raises an Invalid
whose Dutch message says how to mend it. Messages never repeat what was given.
"""

from __future__ import annotations

import re
from typing import ClassVar, Self

from django.core.exceptions import ValidationError as DjangoValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _
from stdnum import iban
from stdnum.exceptions import ValidationError as StdnumValidationError

from stoep.foundation.errors import Invalid

LONGEST = 254  # no number here is longer as text; more is not even looked at
LONGEST_LOCAL_PART = 64  # RFC 5321
MASKED = "•••"
BETWEEN_DIGITS = str.maketrans("", "", " .-\N{NO-BREAK SPACE}")


class BsnNotValid(Invalid):
    """No burgerservicenummer: nine digits that pass the elfproef."""

    code = "bsn-not-valid"
    message = _("Dit is geen burgerservicenummer. Het heeft 9 cijfers en staat op uw paspoort of identiteitskaart.")


class RsinNotValid(Invalid):
    """No RSIN: nine digits that pass the elfproef."""

    code = "rsin-not-valid"
    message = _("Dit is geen RSIN. Het heeft 9 cijfers en staat op het uittreksel van de Kamer van Koophandel.")


class KvkNummerNotValid(Invalid):
    """No KVK number: eight digits."""

    code = "kvk-nummer-not-valid"
    message = _("Dit is geen KVK-nummer. Vul de 8 cijfers in.")


class IbanNotValid(Invalid):
    """No IBAN: the check digits do not fit."""

    code = "iban-not-valid"
    message = _("Dit rekeningnummer klopt niet. Schrijf het zo: NL02 ABNA 0123 4567 89.")


class PostcodeNotValid(Invalid):
    """No Dutch postcode: four digits and two letters."""

    code = "postcode-not-valid"
    message = _("Dit is geen postcode. Schrijf 4 cijfers en 2 letters, bijvoorbeeld 4531 AB.")


class TelefoonnummerNotValid(Invalid):
    """No telephone number that can be dialled from the Netherlands."""

    code = "telefoonnummer-not-valid"
    message = _(
        "Dit is geen telefoonnummer. Vul 10 cijfers in, bijvoorbeeld 06 12345678."
        " Begin een buitenlands nummer met een plus, bijvoorbeeld +32."
    )


class KentekenNotValid(Invalid):
    """No Dutch number plate."""

    code = "kenteken-not-valid"
    message = _("Dit is geen Nederlands kenteken. Schrijf het zoals op de plaat, bijvoorbeeld AB-123-C.")


class EmailadresNotValid(Invalid):
    """No e-mail address that mail can be sent to."""

    code = "emailadres-not-valid"
    message = _("Dit is geen e-mailadres. Schrijf het zo: naam@voorbeeld.nl.")


class Checked:
    """A value of text in one normal form. Subclasses say how to normalise and what to raise."""

    __slots__ = ("_value",)
    _value: str
    refusal: ClassVar[type[Invalid]] = Invalid

    def __init__(self, text: str) -> None:
        value = self.normalised(text) if len(text) <= LONGEST else None
        if value is None:
            raise self.refusal
        object.__setattr__(self, "_value", value)

    @classmethod
    def normalised(cls, text: str) -> str | None:
        """The normal form of what was typed, or None when it cannot be right."""
        raise NotImplementedError

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """True when the text would make a value."""
        try:
            cls(text)
        except Invalid:
            return False
        return True

    @property
    def value(self) -> str:
        """The normal form, to store and to compare."""
        return self._value

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} verandert niet.")

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.value,)

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.value == other.value

    def __hash__(self) -> int:
        return hash((type(self), self.value))


def digits_of(text: str, count: int) -> str | None:
    """The digits of a number that may be typed with spaces, dots and dashes; None when there are not so many."""
    digits = text.translate(BETWEEN_DIGITS)
    return digits if len(digits) == count and digits.isascii() and digits.isdigit() else None


def passes_elfproef(digits: str) -> bool:
    """The test of BSN and RSIN: weights 9 down to 2, and -1 for the last digit, add up to a multiple of 11."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return digits.strip("0") != "" and sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0


class Bsn(Checked):
    """A burgerservicenummer. It prints as `•••` everywhere; only `.value` gives the digits."""

    __slots__ = ()
    refusal = BsnNotValid

    @classmethod
    def normalised(cls, text: str) -> str | None:
        """Nine digits; old numbers of eight get their leading zero."""
        digits = digits_of(text, 9) or digits_of("0" + text, 9)
        return digits if digits and passes_elfproef(digits) else None

    def __str__(self) -> str:
        return MASKED

    def __repr__(self) -> str:
        return MASKED


class Rsin(Checked):
    """The number of a legal person in the business register."""

    __slots__ = ()
    refusal = RsinNotValid

    @classmethod
    def normalised(cls, text: str) -> str | None:
        """Nine digits that pass the elfproef."""
        digits = digits_of(text, 9)
        return digits if digits and passes_elfproef(digits) else None


class KvkNummer(Checked):
    """The number of an enterprise at the Kamer van Koophandel. It has no check digit."""

    __slots__ = ()
    refusal = KvkNummerNotValid

    @classmethod
    def normalised(cls, text: str) -> str | None:
        """Eight digits, not all zero."""
        digits = digits_of(text, 8)
        return digits if digits and digits.strip("0") else None


class Iban(Checked):
    """A bank account number, of any country that has IBANs."""

    __slots__ = ()
    refusal = IbanNotValid

    @classmethod
    def normalised(cls, text: str) -> str | None:
        """Capitals without spaces, with the right check digits and the form of its country."""
        if not text.isascii():
            text = text.replace("\N{NO-BREAK SPACE}", " ")
        try:
            return str(iban.validate(text)) if text.isascii() else None
        except StdnumValidationError:
            return None

    @property
    def grouped(self) -> str:
        """In groups of four, as people read it: `NL02 ABNA 0123 4567 89`."""
        return " ".join(self.value[start : start + 4] for start in range(0, len(self.value), 4))


class Postcode(Checked):
    """A Dutch postcode, written `4531 AB`."""

    __slots__ = ()
    refusal = PostcodeNotValid
    form = re.compile(r"([1-9][0-9]{3})[ -]{0,3}([A-Za-z]{2})")

    @classmethod
    def normalised(cls, text: str) -> str | None:
        """Four digits, a space and two capitals; SA, SD and SS are never given out."""
        found = cls.form.fullmatch(text.replace("\N{NO-BREAK SPACE}", " ").strip())
        if not found or found[2].upper() in {"SA", "SD", "SS"}:
            return None
        return f"{found[1]} {found[2].upper()}"


THREE_DIGIT_AREAS = frozenset(
    [
        "010",
        "013",
        "015",
        "020",
        "023",
        "024",
        "026",
        "030",
        "033",
        "035",
        "036",
        "038",
        "040",
        "043",
        "045",
        "046",
        "050",
        "053",
        "055",
        "058",
        "070",
        "071",
        "072",
        "073",
        "074",
        "075",
        "076",
        "077",
        "078",
        "079",
    ]
)


class Telefoonnummer(Checked):
    """A telephone number in international form: `+31612345678`. Short public numbers stay as they are."""

    __slots__ = ()
    refusal = TelefoonnummerNotValid
    typed = str.maketrans("", "", " .-/()\N{NO-BREAK SPACE}")
    national = re.compile(r"0(?!800|90[069])[1-9][0-9]{8}")
    public = re.compile(r"14[ ]?(0[1-9][0-9]{1,2})|0(?:800|900|906|909)(?:[0-9]{4}|[0-9]{7})")
    foreign = re.compile(r"\+(?!31)[1-9][0-9]{6,14}")

    @classmethod
    def normalised(cls, text: str) -> str | None:
        """Any usual way of writing, with 0, 0031, +31 or +31 (0) before it."""
        number = text.strip().replace("(0)", "").translate(cls.typed)
        number = "+" + number[2:] if number.startswith("00") else number
        number = "0" + number[3:].removeprefix("0") if number.startswith("+31") else number
        if cls.national.fullmatch(number):
            return "+31" + number[1:]
        if cls.public.fullmatch(number):
            return f"14 {number[2:]}" if number.startswith("14") else number
        return number if cls.foreign.fullmatch(number) else None

    @property
    def readable(self) -> str:
        """As people in the Netherlands write it: `06 12345678`, `0115 123456`."""
        if not self.value.startswith("+31"):
            return self.value
        number = "0" + self.value.removeprefix("+31")
        area = 2 if number.startswith("06") else 3 if number[:3] in THREE_DIGIT_AREAS else 4
        return f"{number[:area]} {number[area:]}"

    @property
    def is_mobile(self) -> bool:
        """True for Dutch numbers that can receive a text message."""
        return self.value.startswith("+316")


class Kenteken(Checked):
    """A Dutch number plate with its dashes: `AB-123-C`."""

    __slots__ = ()
    refusal = KentekenNotValid
    # The RDW's side codes 1 to 14: A for a letter, 9 for a digit.
    sidecodes = frozenset(
        [
            "AA-99-99",
            "99-99-AA",
            "99-AA-99",
            "AA-99-AA",
            "AA-AA-99",
            "99-AA-AA",
            "99-AAA-9",
            "9-AAA-99",
            "AA-999-A",
            "A-999-AA",
            "AAA-99-A",
            "A-99-AAA",
            "9-AA-999",
            "999-AA-9",
        ]
    )
    by_shape: ClassVar[dict[str, str]] = {code.replace("-", ""): code for code in sidecodes}

    @classmethod
    def normalised(cls, text: str) -> str | None:
        """Capitals, with dashes where the side code has them."""
        plate = text.translate(BETWEEN_DIGITS).upper()
        if not plate.isascii():
            return None
        shape = "".join("9" if sign.isdigit() else "A" if sign.isalpha() else "?" for sign in plate)
        sidecode = cls.by_shape.get(shape)
        if sidecode is None:
            return None
        signs = iter(plate)
        return "".join("-" if sign == "-" else next(signs) for sign in sidecode)


class Emailadres(Checked):
    """An e-mail address; the part after the @ in lower case."""

    __slots__ = ()
    refusal = EmailadresNotValid
    check = EmailValidator()

    @classmethod
    def normalised(cls, text: str) -> str | None:
        """One address, nothing around it, that Django accepts and mail servers carry."""
        address = text.strip()
        local, at, domain = address.rpartition("@")
        if not (at and local.isascii() and len(local) <= LONGEST_LOCAL_PART):
            return None
        try:
            cls.check(address)
        except DjangoValidationError:
            return None
        return f"{local}@{domain.lower()}"
