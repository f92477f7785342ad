"""What a change of the rules would have done to reports of the past, and why a rule did not decide. Pure.

The past is decided by the rules alone, not by who happened to be there: it answers to whom the work would belong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from stoep.zaken.rules.dekking import first_bit, fits, in_order, mask
from stoep.zaken.rules.toewijzing import Feiten, Regel, is_within_hours

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
    before_of, after_of = decider(oud), decider(nieuw)
    for feiten, aantal in meldingen:
        seen += aantal
        before, after = before_of(feiten), after_of(feiten)
        left += aantal if after == NIEMAND else 0
        if before != after:
            moved[before, after] += aantal
    return Proef(seen, tuple(Verschuiving(van, naar, n) for (van, naar), n in moved.most_common()), left)


def decider(regels: Iterable[Regel]) -> Callable[[Feiten], Doel]:
    """Answers as `choose_regel` would, for very many facts: each code and hour is held against the rules once."""
    ordered = in_order(regels)

    @cache
    def of_categorieen(codes: tuple[str, ...]) -> int:
        return mask(ordered, lambda regel: fits(regel.categorieen, codes))

    @cache
    def of_gebieden(codes: tuple[str, ...]) -> int:
        return mask(ordered, lambda regel: fits(regel.gebieden, codes))

    @cache
    def of_rest(zaaktype: str, kanaal: str, weekdag: int, uur: int, urgent: bool) -> int:
        return mask(
            ordered,
            lambda regel: (
                fits(regel.zaaktypen, (zaaktype,))
                and fits(regel.kanalen, (kanaal,))
                and (not regel.weekdagen or weekdag in regel.weekdagen)
                and (urgent or not regel.alleen_spoed)
                and is_within_hours(uur, regel.uur_van, regel.uur_tot)
            ),
        )

    def decide(feiten: Feiten) -> Doel:
        rest = of_rest(feiten.zaaktype, feiten.kanaal, feiten.weekdag, feiten.uur, feiten.urgent)
        fitting = of_categorieen(feiten.categorieen) & of_gebieden(feiten.gebieden) & rest
        return doel_of(ordered[first_bit(fitting)] if fitting else None)

    return decide


def doel_of(regel: Regel | None) -> Doel:
    """To whom a rule gives its reports; NIEMAND without a rule."""
    return (regel.medewerker, regel.groep) if regel else NIEMAND


def misses(regel: Regel, feiten: Feiten) -> tuple[str, ...]:
    """Which conditions of a rule do not hold: zaaktype, categorie, gebied, kanaal, dag, spoed, uur. Empty: it fits."""
    checks = (
        ("zaaktype", not regel.zaaktypen or feiten.zaaktype in regel.zaaktypen),
        ("categorie", not regel.categorieen or not regel.categorieen.isdisjoint(feiten.categorieen)),
        ("gebied", not regel.gebieden or not regel.gebieden.isdisjoint(feiten.gebieden)),
        ("kanaal", not regel.kanalen or feiten.kanaal in regel.kanalen),
        ("dag", not regel.weekdagen or feiten.weekdag in regel.weekdagen),
        ("spoed", not regel.alleen_spoed or feiten.urgent),
        ("uur", is_within_hours(feiten.uur, regel.uur_van, regel.uur_tot)),
    )
    return tuple(name for name, holds in checks if not holds)
