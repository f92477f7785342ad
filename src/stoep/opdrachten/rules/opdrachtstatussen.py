"""How a work order goes: which act leads from where to where. One table, to be read out loud."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Stand(StrEnum):
    """Where a work order is."""

    VERSTUURD = "verstuurd"
    BEKEKEN = "bekeken"
    INGEPLAND = "ingepland"
    GEREED = "gereed"
    AFGEKEURD = "afgekeurd"
    TERUGGEGEVEN = "teruggegeven"
    AFGEROND = "afgerond"
    INGETROKKEN = "ingetrokken"


class Daad(StrEnum):
    """What somebody does with a work order."""

    BEKIJK = "bekijk"
    PLAN = "plan"
    MELD_GEREED = "meld_gereed"
    GEEF_TERUG = "geef_terug"
    VRAAG = "vraag"
    ANTWOORD = "antwoord"
    KEUR_GOED = "keur_goed"
    KEUR_AF = "keur_af"
    TREK_IN = "trek_in"
    VERZET_TERMIJN = "verzet_termijn"
    SLUIT = "sluit"


# The contractor has it, or we still have to look at what was done.
BIJ_AANNEMER: Final = (Stand.VERSTUURD, Stand.BEKEKEN, Stand.INGEPLAND, Stand.AFGEKEURD)
OPEN: Final = (*BIJ_AANNEMER, Stand.GEREED)
KLAAR: Final = (Stand.TERUGGEGEVEN, Stand.AFGEROND, Stand.INGETROKKEN)

OVERGANGEN: Final[dict[tuple[Stand, Daad], Stand]] = {
    (Stand.VERSTUURD, Daad.BEKIJK): Stand.BEKEKEN,
    **{(stand, Daad.PLAN): Stand.INGEPLAND for stand in BIJ_AANNEMER},
    **{(stand, Daad.MELD_GEREED): Stand.GEREED for stand in BIJ_AANNEMER},
    **{(stand, Daad.GEEF_TERUG): Stand.TERUGGEGEVEN for stand in BIJ_AANNEMER},
    **{(stand, Daad.VRAAG): stand for stand in BIJ_AANNEMER},
    **{(stand, Daad.ANTWOORD): stand for stand in BIJ_AANNEMER},
    **{(stand, Daad.VERZET_TERMIJN): stand for stand in BIJ_AANNEMER},
    (Stand.GEREED, Daad.KEUR_GOED): Stand.AFGEROND,
    (Stand.GEREED, Daad.KEUR_AF): Stand.AFGEKEURD,
    **{(stand, Daad.TREK_IN): Stand.INGETROKKEN for stand in BIJ_AANNEMER},
    # The report was closed while the order ran: what was done counts as done, the rest is not needed any more.
    **{(stand, Daad.SLUIT): Stand.INGETROKKEN for stand in BIJ_AANNEMER},
    (Stand.GEREED, Daad.SLUIT): Stand.AFGEROND,
}

WORDS: Final[dict[Stand, str]] = {
    Stand.VERSTUURD: "Verstuurd",
    Stand.BEKEKEN: "Geopend",
    Stand.INGEPLAND: "Ingepland",
    Stand.GEREED: "Gereed gemeld",
    Stand.AFGEKEURD: "Nog niet goed",
    Stand.TERUGGEGEVEN: "Teruggegeven",
    Stand.AFGEROND: "Afgerond",
    Stand.INGETROKKEN: "Ingetrokken",
}

TONEN: Final[dict[Stand, str]] = {
    Stand.VERSTUURD: "info",
    Stand.BEKEKEN: "info",
    Stand.INGEPLAND: "busy",
    Stand.GEREED: "warn",
    Stand.AFGEKEURD: "busy",
    Stand.TERUGGEGEVEN: "late",
    Stand.AFGEROND: "ok",
    Stand.INGETROKKEN: "neutral",
}


def next_stand(stand: Stand | str, daad: Daad) -> Stand | None:
    """Where this act leads from here; None when it cannot be done here."""
    return OVERGANGEN.get((Stand(stand), daad))


def may_do(stand: Stand | str, daad: Daad) -> bool:
    """Whether this act can be done here."""
    return next_stand(stand, daad) is not None
