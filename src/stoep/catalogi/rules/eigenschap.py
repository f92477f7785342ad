"""How long the value of a property may be, by its format (ztc-015 of the norm)."""

from __future__ import annotations

import re

FIXED = {"datum": "8", "datum_tijd": "14"}
WHOLE = re.compile(r"[1-9]\d{0,2}")
WITH_DECIMALS = re.compile(r"[1-9]\d{0,2}(,\d{1,3})?")


def expected_lengte(formaat: str, lengte: str) -> str | None:
    """What the length should have been; None when it is right. A number may have decimals: "6,2"."""
    if formaat in FIXED:
        return None if lengte == FIXED[formaat] else FIXED[formaat]
    if formaat == "getal":
        return None if WITH_DECIMALS.fullmatch(lengte) else "een getal, zoals 5 of 6,2"
    return None if WHOLE.fullmatch(lengte) and int(lengte) <= 255 else "een getal tot en met 255"  # noqa: PLR2004 the norm's limit
