"""How long something lasts, as the norm writes it (ISO 8601: "P8W"): months are no fixed number of days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Invalid

PATTERN = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")
MONTHS_IN_YEAR = 12
LAST_YEAR = 9999


class DuurNotRecognised(Invalid):
    """The text is no duration of whole days."""

    code = "duur-not-recognised"
    message = _("'{waarde}' is geen duur. Schrijf bijvoorbeeld P8W voor acht weken of P5Y voor vijf jaar.")


@dataclass(frozen=True, slots=True)
class Duur:
    """A length in calendar units. The order of adding is years and months first, then weeks and days."""

    jaren: int = 0
    maanden: int = 0
    weken: int = 0
    dagen: int = 0

    @classmethod
    def parse(cls, waarde: str) -> Duur:
        """Read `P1Y6M`, `P8W` or `P28D`. Raises DuurNotRecognised."""
        found = PATTERN.fullmatch(waarde)
        if found is None:
            raise DuurNotRecognised(waarde=waarde[:20])
        return cls(*(int(part or 0) for part in found.groups()))

    def __str__(self) -> str:
        units = ((self.jaren, "Y"), (self.maanden, "M"), (self.weken, "W"), (self.dagen, "D"))
        return "P" + ("".join(f"{number}{unit}" for number, unit in units if number) or "0D")

    def after(self, start: date) -> date:
        """The calendar day this long after `start`. 31 January plus a month is the last day of February."""
        months = start.year * MONTHS_IN_YEAR + start.month - 1 + self.jaren * MONTHS_IN_YEAR + self.maanden
        year, month = divmod(months, MONTHS_IN_YEAR)
        year = min(year, LAST_YEAR)
        day = min(start.day, calendar.monthrange(year, month + 1)[1])
        try:
            return date(year, month + 1, day) + timedelta(weeks=self.weken, days=self.dagen)
        except OverflowError:
            return date.max
