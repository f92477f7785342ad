"""What a change of the rules would have done to reports of the past, and why a rule did not decide. Pure.

The past is decided by the rules alone, not by who happened to be there: it answers to whom the work would belong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from stoep.zaken.rules.toewijzing import Feiten, Regel, choose_regel, is_within_hours

Doel = tuple[UUID | None, UUID | None]
NIEMAND: Doel = (None, None)


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """So many reports would go from one to another: a person and a group, of which one is filled in; or nobody."""

    van: Doel
    naar: Doel
    aantal: int


@dataclass(frozen=True, slots=True)
class Proef:
    """What a dry run answers."""

    gekeken: int
    verschuivingen: tuple[Verschuiving, ...]
    zonder_regel: int

    @property
    def anders(self) -> int:
        """How many would go elsewhere."""
        return sum(one.aantal for one in self.verschuivingen)


def compare_regels(oud: Sequence[Regel], nieuw: Sequence[Regel], meldingen: Iterable[tuple[Feiten, int]]) -> Proef:
    """Decide each report (facts, and how many there were) by the old and by the new rules."""
    moved: Counter[tuple[Doel, Doel]] = Counter()
    seen = left = 0
    for feiten, aantal in meldingen:
        seen += aantal
        before, after = (doel_of(choose_regel(regels, feiten)) for regels in (oud, nieuw))
        left += aantal if after == NIEMAND else 0
        if before != after:
            moved[before, after] += aantal
    return Proef(seen, tuple(Verschuiving(van, naar, n) for (van, naar), n in moved.most_common()), left)


def doel_of(regel: Regel | None) -> Doel:
    """To whom a rule gives its reports; NIEMAND without a rule."""
    return (regel.medewerker, regel.groep) if regel else NIEMAND


def misses(regel: Regel, feiten: Feiten) -> tuple[str, ...]:
    """Which conditions of a rule do not hold: zaaktype, categorie, gebied, kanaal, dag, uur. Empty: it fits."""
    checks = (
        ("zaaktype", not regel.zaaktypen or feiten.zaaktype in regel.zaaktypen),
        ("categorie", not regel.categorieen or not regel.categorieen.isdisjoint(feiten.categorieen)),
        ("gebied", not regel.gebieden or not regel.gebieden.isdisjoint(feiten.gebieden)),
        ("kanaal", not regel.kanalen or feiten.kanaal in regel.kanalen),
        ("dag", not regel.weekdagen or feiten.weekdag in regel.weekdagen),
        ("uur", is_within_hours(feiten.uur, regel.uur_van, regel.uur_tot)),
    )
    return tuple(name for name, holds in checks if not holds)
