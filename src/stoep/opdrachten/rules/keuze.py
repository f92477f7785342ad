"""Which contractor is proposed for a report: who serves what it is about, there where it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Aanbod:
    """One agreement: a contractor serves a category, in some areas (none named: everywhere)."""

    opdrachtnemer: UUID
    naam: str
    categorie: str
    gebieden: tuple[str, ...]
    werkdagen: int
    spoed_uren: int | None = None


def rank_aanbod(aanbod: Sequence[Aanbod], *, categorieen: Sequence[str], gebied: str) -> list[Aanbod]:
    """The agreements that fit, best first, one for each contractor.

    `categorieen` goes from narrow to wide. A narrow category beats a wide one, a named area beats everywhere,
    and then the alphabet decides, so that the proposal is the same every time.
    """
    places = {slug: place for place, slug in enumerate(categorieen) if slug}
    fitting = [
        one for one in aanbod if one.categorie in places and (not one.gebieden or (gebied and gebied in one.gebieden))
    ]
    fitting.sort(key=lambda one: (places[one.categorie], not one.gebieden, one.naam.casefold()))
    best: dict[UUID, Aanbod] = {}
    for one in fitting:
        best.setdefault(one.opdrachtnemer, one)
    return list(best.values())


def say_why(one: Aanbod, *, categorie_naam: str, gebied_naam: str) -> str:
    """Why this one is proposed, as a sentence."""
    where = f"in {gebied_naam}" if one.gebieden and gebied_naam else "in de hele gemeente"
    return f"{one.naam} heeft een afspraak voor ‘{categorie_naam}’ {where}."
