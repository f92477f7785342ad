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
    gerelateerde_einddatums: tuple[date | None, ...] = ()
    eigenschap_waarde: str = ""
    zaakobject_waarden: tuple[str, ...] = ()


def decide_brondatum(regel: Bewaarregel, feiten: Brondatumfeiten) -> date | None:
    """The day from which the archive term counts (zrc-021). None: it cannot be known yet.

    A date that people must enter themselves (ander_datumkenmerk) is never derived. While a related zaak is still
    open nobody knows which will be the last to end, so the term has not begun.
    """
    ended = [day for day in feiten.gerelateerde_einddatums if day is not None]
    days = [day for day in map(day_in, feiten.zaakobject_waarden) if day is not None]
    derived: dict[str, date | None] = {
        "afgehandeld": feiten.einddatum,
        "hoofdzaak": feiten.hoofdzaak_einddatum,
        "termijn": regel.procestermijn.after(feiten.einddatum) if regel.procestermijn else None,
        "ingangsdatum_besluit": max(feiten.ingangsdatums, default=None),
        "vervaldatum_besluit": max(feiten.vervaldatums, default=None),
        "gerelateerde_zaak": max(ended, default=None) if None not in feiten.gerelateerde_einddatums else None,
        "eigenschap": day_in(feiten.eigenschap_waarde),
        "zaakobject": max(days, default=None),
    }
    return derived.get(regel.afleidingswijze)


def day_in(waarde: str) -> date | None:
    """The day that a value names: `20261122`, `20261122143000` (ztc-015) or as ISO writes it. None: no day."""
    text = waarde.strip()
    digits = f"{text[:4]}-{text[4:6]}-{text[6:8]}" if text.isdigit() and len(text) in DATE_LENGTHS else text[:10]
    try:
        return date.fromisoformat(digits)
    except ValueError:
        return None


DATE_LENGTHS = (8, 14)


def decide_archivering(regel: Bewaarregel, feiten: Brondatumfeiten, *, nominatie: str = "") -> Archivering:
    """Decide whether the dossier is destroyed, and on which day; `nominatie` is what the zaak itself says.

    No actiedatum means: not known yet. A permit that is still valid has no brondatum; we decide again
    when it expires. A dossier that is kept for ever is handed over on its actiedatum.
    """
    brondatum = decide_brondatum(regel, feiten)
    actiedatum = regel.termijn.after(brondatum) if regel.termijn and brondatum else None
    return Archivering(nominatie or regel.nominatie, brondatum, actiedatum)
