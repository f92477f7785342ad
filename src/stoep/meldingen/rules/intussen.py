"""What a colleague did meanwhile, in one sentence. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

SENTENCES = {
    "toegewezen": "gaf de melding aan {naar}",
    "gerouteerd": "wees de melding opnieuw toe",
    "status": "zette de status op {status}",
    "afgesloten": "handelde de melding af: {resultaat}",
    "heropend": "heropende de melding",
    "categorie": "veranderde het onderwerp",
    "bericht": "schreef de melder",
    "antwoord": "kreeg antwoord van de melder",
    "document": "voegde een document toe",
    "samengevoegd": "voegde de melding samen met een andere",
    "losgemaakt": "maakte de melding los",
    "bericht_verstuurd": "verstuurde een bericht",
}


@dataclass(frozen=True, slots=True)
class Intussen:
    """Something that happened after a form was opened."""

    op: datetime
    wie: str
    zin: str
    woorden: str = ""


def tell_intussen(soort: str, waarden: Mapping[str, Any]) -> str:
    """Say what somebody did, to follow their name."""
    naar = waarden.get("medewerker") or waarden.get("groep") or "een ander"
    values = {"naar": naar, "status": waarden.get("status", ""), "resultaat": waarden.get("resultaat", "")}
    return SENTENCES.get(soort, "veranderde iets").format(**values)


def write_gezien(versie: int, moment: datetime) -> str:
    """What a form remembers of the report when it was opened."""
    return f"{versie}@{moment.isoformat()}"


def read_gezien(value: str) -> tuple[int, datetime] | None:
    """The version and the moment that a form remembers; None when it holds something else."""
    versie, _at, moment = value.partition("@")
    try:
        number, when = int(versie), datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (number, when) if when.tzinfo is not None and 0 <= number < 2**31 else None
