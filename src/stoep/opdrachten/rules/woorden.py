"""What may go to a contractor: the words of the report without traces of a person."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.berichten.rules.persoonsgegevens import find_persoonsgegevens, mask


def propose_wat(onderwerp: str, tekst: str, names: Sequence[str] = ()) -> str:
    """The text of an order to begin with: what it is about and what was reported, without traces of a person."""
    clean = " ".join(tekst.split())
    clean = mask(clean, find_persoonsgegevens(clean, names=names))
    return f"{onderwerp}.\n\nGemeld: {clean}" if clean else f"{onderwerp}."
