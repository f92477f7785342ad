"""Amounts of money: whole cents, never a float, shown and read the Dutch way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar, Self

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Invalid

CENTS = 100
GREATEST = 10**15  # cents; fits every integer column and JSON number

WRITTEN = re.compile(
    r"(?P<sign>-?) ?(?:€ ?)?(?P<minus>-?)"
    r"(?P<euros>[0-9]{1,3}(?:\.[0-9]{3}){1,6}|[0-9]{1,18})"
    r"(?:,(?P<cents>[0-9]{1,2}|-{1,2})|\.(?P<dotted>[0-9]{2}))?"
)


class AmountNotRecognised(Invalid):
    """The text is no amount in euros."""

    code = "amount-not-recognised"
    message = _("Dit is geen bedrag. Schrijf een bedrag zo: 12,50 of 1.234,50.")


class AmountTooLarge(Invalid):
    """The amount is beyond everything a municipality handles."""

    code = "amount-too-large"
    message = _("Dit bedrag is te groot. Controleer het aantal cijfers.")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in whole cents. `Money(123450)` reads `€ 1.234,50`."""

    cents: int

    ZERO: ClassVar[Money]

    def __post_init__(self) -> None:
        if type(self.cents) is not int:
            raise TypeError(f"Money telt hele centen, geen {type(self.cents).__name__}.")
        if abs(self.cents) > GREATEST:
            raise AmountTooLarge

    @classmethod
    def euros(cls, amount: int | Decimal) -> Self:
        """An amount in euros; a Decimal is rounded half up to whole cents. Floats are refused."""
        if isinstance(amount, bool) or not isinstance(amount, int | Decimal):
            raise TypeError("Geef euro's als int of Decimal; een float is niet precies.")
        if isinstance(amount, Decimal) and (not amount.is_finite() or abs(amount) > GREATEST):
            raise AmountTooLarge
        return cls(int((Decimal(amount) * CENTS).quantize(Decimal(1), rounding=ROUND_HALF_UP)))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person writes: `€ 1.234,50`, `1234,5`, `12,-`, `12.50`. Raises AmountNotRecognised."""
        found = WRITTEN.fullmatch(text.replace("\N{NO-BREAK SPACE}", " ").strip())
        if not found or (found["sign"] and found["minus"]):
            raise AmountNotRecognised
        cents = (found["cents"] or found["dotted"] or "").replace("-", "")
        amount = int(found["euros"].replace(".", "")) * CENTS + int(cents.ljust(2, "0"))
        return cls(-amount if found["sign"] or found["minus"] else amount)

    def __str__(self) -> str:
        euros, cents = divmod(abs(self.cents), CENTS)
        sign = "-" if self.cents < 0 else ""
        return f"€ {sign}{euros:,}".replace(",", ".") + f",{cents:02}"

    def __add__(self, other: object) -> Money:
        return Money(self.cents + other.cents) if isinstance(other, Money) else NotImplemented

    def __sub__(self, other: object) -> Money:
        return Money(self.cents - other.cents) if isinstance(other, Money) else NotImplemented

    def __mul__(self, times: object) -> Money:
        return Money(self.cents * times) if isinstance(times, int) and not isinstance(times, bool) else NotImplemented

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return Money(-self.cents)

    def __bool__(self) -> bool:
        return self.cents != 0

    def share(self, part: Decimal) -> Money:
        """A part of the amount (0.21 for 21 per cent), rounded half up to whole cents."""
        return Money(int((self.cents * part).quantize(Decimal(1), rounding=ROUND_HALF_UP)))

    def split(self, parts: int) -> list[Money]:
        """Divide without losing a cent: the first parts get one more."""
        if parts < 1:
            raise ValueError("Verdelen kan over minstens één deel.")
        each, left = divmod(self.cents, parts)
        return [Money(each + (index < left)) for index in range(parts)]


Money.ZERO = Money(0)
