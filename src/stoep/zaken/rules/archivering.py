"""What happens to a dossier after its zaak is closed (Archiefwet; Selectielijst gemeenten 2020).

Pure functions: tell them what you know and they answer. They fetch and store nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stoep.foundation.duur import Duur


@dataclass(frozen=True, slots=True)
class Bewaarregel:
    """What a resultaattype says about keeping. Empty nominatie: the zaak's own, or not known."""

    nominatie: str
    afleidingswijze: str
    termijn: Duur | None
    procestermijn: Duur | None = None


@dataclass(frozen=True, slots=True)
class Archivering:
    """The outcome: nominatie, the day from which the term counts, and the day of action."""

    nominatie: str
    brondatum: date | None
    actiedatum: date | None


@dataclass(frozen=True, slots=True)
class Brondatumfeiten:
    """The days that may start the term, as far as they are known."""

    einddatum: date
    hoofdzaak_einddatum: date | None = None
    ingangsdatums: tuple[date, ...] = ()
    vervaldatums: tuple[date, ...] = ()
    gerelateerde_einddatums: tuple[date, ...] = ()
    eigenschap_datum: date | None = None
    zaakobject_datum: date | None = None


def decide_brondatum(regel: Bewaarregel, feiten: Brondatumfeiten) -> date | None:
    """The day from which the archive term counts (zrc-021). None: it cannot be known yet.

    A date that people must enter themselves (ander_datumkenmerk) is never derived.
    """
    derived: dict[str, date | None] = {
        "afgehandeld": feiten.einddatum,
        "hoofdzaak": feiten.hoofdzaak_einddatum,
        "termijn": regel.procestermijn.after(feiten.einddatum) if regel.procestermijn else None,
        "ingangsdatum_besluit": max(feiten.ingangsdatums, default=None),
        "vervaldatum_besluit": max(feiten.vervaldatums, default=None),
        "gerelateerde_zaak": max(feiten.gerelateerde_einddatums, default=None),
        "eigenschap": feiten.eigenschap_datum,
        "zaakobject": feiten.zaakobject_datum,
    }
    return derived.get(regel.afleidingswijze)


def decide_archivering(regel: Bewaarregel, feiten: Brondatumfeiten, *, nominatie: str = "") -> Archivering:
    """Decide whether the dossier is destroyed, and on which day; `nominatie` is what the zaak itself says.

    No actiedatum means: not known yet. A permit that is still valid has no brondatum; we decide again
    when it expires. A dossier that is kept for ever is handed over on its actiedatum.
    """
    brondatum = decide_brondatum(regel, feiten)
    actiedatum = regel.termijn.after(brondatum) if regel.termijn and brondatum else None
    return Archivering(nominatie or regel.nominatie, brondatum, actiedatum)
