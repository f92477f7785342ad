"""Whether a value fits the specification of a property (Eigenschap) of a zaaktype (ztc-015). Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

NUMBER = re.compile(r"-?(\d+)(?:[,.](\d+))?")


@dataclass(frozen=True, slots=True)
class Specificatie:
    """What a property may hold. `lengte` is a number of signs, or for a number `digits,decimals`."""

    formaat: str
    lengte: str = ""
    waardenverzameling: Collection[str] = ()


def find_fault(waarde: str, specificatie: Specificatie) -> str:
    """Why the value does not fit, in Dutch; empty when it does."""
    if specificatie.waardenverzameling and waarde not in specificatie.waardenverzameling:
        return "kies een van de waarden die het zaaktype noemt."
    if specificatie.formaat == "datum":
        return "" if is_moment(waarde, "%Y%m%d", 8) else "schrijf een datum als JJJJMMDD."
    if specificatie.formaat == "datum_tijd":
        return "" if is_moment(waarde, "%Y%m%d%H%M%S", 14) else "schrijf datum en tijd als JJJJMMDDUUMMSS."
    if specificatie.formaat == "getal":
        return find_fault_in_number(waarde, specificatie.lengte)
    if specificatie.lengte.isdigit() and len(waarde) > int(specificatie.lengte):
        return f"hij is langer dan {specificatie.lengte} tekens."
    return ""


def is_moment(waarde: str, pattern: str, length: int) -> bool:
    """True when these digits, and no other signs, name a moment that exists."""
    if len(waarde) != length or not (waarde.isascii() and waarde.isdigit()):
        return False
    try:
        datetime.strptime(waarde, pattern)  # noqa: DTZ007 -- the property has no time zone
    except ValueError:
        return False
    return True


def find_fault_in_number(waarde: str, lengte: str) -> str:
    """Why this is no number of so many digits."""
    found = NUMBER.fullmatch(waarde)
    if found is None:
        return "schrijf een getal."
    whole, _, fraction = lengte.partition(",")
    if whole.isdigit() and len(found[1]) > int(whole):
        return f"het getal heeft meer dan {whole} cijfers."
    if found[2] and len(found[2]) > (int(fraction) if fraction.isdigit() else 0):
        return "het getal heeft te veel decimalen."
    return ""
