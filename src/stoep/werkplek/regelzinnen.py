"""An assignment rule as a sentence that a team leader reads aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from stoep.zaken.rules.toewijzing import WEEKDAGEN

NAMED_AT_MOST = 4


class RegelRow(Protocol):
    """What a sentence needs of a rule."""

    @property
    def categorieen(self) -> Sequence[str]:
        """Slugs of categories or headings."""

    @property
    def gebieden(self) -> Sequence[str]:
        """Codes of areas."""

    @property
    def kanalen(self) -> Sequence[str]:
        """Channels."""

    @property
    def weekdagen(self) -> Sequence[int]:
        """Weekdays, 0 is Monday."""

    alleen_spoed: bool
    uur_van: int | None
    uur_tot: int | None
    kies_lid: bool
    medewerker_id: UUID | None
    groep_id: UUID | None


@dataclass(frozen=True, slots=True)
class Namen:
    """The names behind codes and ids."""

    categorieen: Mapping[str, str] = field(default_factory=dict)
    gebieden: Mapping[str, str] = field(default_factory=dict)
    groepen: Mapping[str, str] = field(default_factory=dict)
    medewerkers: Mapping[str, str] = field(default_factory=dict)


def sentence_of(regel: RegelRow, namen: Namen) -> str:
    """Say a rule: Meldingen over stoepen in Zuidhaven, op maandag, tussen 8 en 17 uur gaan naar Wegen."""
    parts = ["Meldingen met spoed" if regel.alleen_spoed else "Meldingen"]
    if regel.categorieen:
        parts.append("over " + listed([namen.categorieen.get(code, code) for code in regel.categorieen]))
    if regel.gebieden:
        parts.append("in " + listed([namen.gebieden.get(code, code) for code in regel.gebieden]))
    if regel.kanalen:
        parts.append("via " + listed(list(regel.kanalen)))
    if regel.weekdagen:
        parts.append("op " + say_weekdagen(regel.weekdagen))
    if regel.uur_van is not None:
        parts.append(f"tussen {regel.uur_van} en {regel.uur_tot} uur")
    if len(parts) == 1 and not regel.alleen_spoed:
        parts = ["Alle andere meldingen"]
    target = namen.medewerkers.get(str(regel.medewerker_id)) or namen.groepen.get(str(regel.groep_id), "onbekend")
    ending = "; Stoep kiest wie er is en het minste werk heeft" if regel.kies_lid else ""
    return f"{' '.join(parts)} gaan naar {target}{ending}."


def listed(names: list[str]) -> str:
    """a, b en c; longer lists are cut: a, b, c, d en 3 andere."""
    if len(names) > NAMED_AT_MOST:
        return f"{', '.join(names[:NAMED_AT_MOST])} en {len(names) - NAMED_AT_MOST} andere"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def say_weekdagen(days: Sequence[int]) -> str:
    """A run of three days or more is said as from and until."""
    ordered = sorted(days)
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:  # noqa: PLR2004 - two days are named
        return f"{WEEKDAGEN[ordered[0]]} tot en met {WEEKDAGEN[ordered[-1]]}"
    return listed([WEEKDAGEN[day] for day in ordered])
