"""Whether the parts of a brondatum procedure agree with each other (ztc-004 to ztc-008 of the norm).

Pure functions: tell them the parts and they answer with the first disagreement.
"""

from __future__ import annotations

from dataclasses import dataclass

NEEDS_DATUMKENMERK = ("eigenschap", "zaakobject", "ander_datumkenmerk")
NEEDS_OBJECTTYPE = ("zaakobject", "ander_datumkenmerk")
KNOWS_NO_EINDDATUM = ("afgehandeld", "termijn")
REQUIRED = "Vul dit veld in."
FORBIDDEN = "Laat dit veld leeg."
NIHIL = "nihil"
BESTAANSDUUR = "ingeschatte_bestaansduur_procesobject"
MANNER_FOR = {NIHIL: "afgehandeld", BESTAANSDUUR: "termijn"}


@dataclass(frozen=True, slots=True)
class Brondatumprocedure:
    """The parts of brondatumArchiefprocedure."""

    afleidingswijze: str
    datumkenmerk: str = ""
    einddatum_bekend: bool = False
    objecttype: str = ""
    registratie: str = ""
    procestermijn: str = ""


def find_disagreement(procedure: Brondatumprocedure) -> tuple[str, str] | None:
    """The first field that does not fit the afleidingswijze, with what to do; None when all fit."""
    manner = procedure.afleidingswijze
    if manner in KNOWS_NO_EINDDATUM and procedure.einddatum_bekend:
        return "einddatumBekend", FORBIDDEN
    wanted = {
        "datumkenmerk": (manner in NEEDS_DATUMKENMERK, procedure.datumkenmerk),
        "objecttype": (manner in NEEDS_OBJECTTYPE, procedure.objecttype),
        "registratie": (manner == "ander_datumkenmerk", procedure.registratie),
        "procestermijn": (manner == "termijn", procedure.procestermijn),
    }
    for field, (needed, value) in wanted.items():
        if needed and not value:
            return field, REQUIRED
        if not needed and value:
            return field, FORBIDDEN
    return None


def fits_procestermijn(procestermijn: str, afleidingswijze: str) -> bool:
    """Whether the archive may count so, given the procestermijn of the Selectielijst; an empty one allows all (ztc-003)."""
    return MANNER_FOR.get(procestermijn, afleidingswijze) == afleidingswijze
