"""What a set of assignment rules leaves open, never uses and contradicts. Pure.

Nothing is tried one report at a time. Categories that the same rules name are one class, and so are areas, channels
and hours of the week; every combination of classes is looked at once. Each class knows by a bit for each rule, in the
order in which rules are looked at, which of them fit: of a combination the lowest bit wins.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, TypeVar
from uuid import UUID

from stoep.zaken.rules.toewijzing import Regel, is_within_hours

Uur = tuple[int, int]
WEEK: tuple[Uur, ...] = tuple((weekdag, uur) for weekdag in range(7) for uur in range(24))
ItemT = TypeVar("ItemT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Wereld:
    """What can be reported, where and by which channel: each code with its wider ones, as facts have them."""

    zaaktype: str
    categorieen: Mapping[str, tuple[str, ...]]
    gebieden: Mapping[str, tuple[str, ...]]
    kanalen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gat:
    """Nobody gets these: every combination of these categories, areas, channels, hours (weekday, hour) and urgency."""

    categorieen: frozenset[str]
    gebieden: frozenset[str]
    kanalen: frozenset[str]
    uren: frozenset[Uur]
    spoed: frozenset[bool] = frozenset((False, True))


@dataclass(frozen=True, slots=True)
class Nooit:
    """A rule that never decides: `door` are the rules that always go before it; without them it fits nothing."""

    regel: Regel
    door: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Tegenspraak:
    """Two rules of one priority that fit the same report and give it to another.

    `op_naam`: only the alphabet decides; else the one with most conditions goes first. `waar` is where they meet.
    """

    wint: Regel
    verliest: Regel
    op_naam: bool
    waar: Gat


@dataclass(frozen=True, slots=True)
class Dekking:
    """Everything that was found."""

    gaten: tuple[Gat, ...] = ()
    nooit: tuple[Nooit, ...] = ()
    tegenspraken: tuple[Tegenspraak, ...] = ()


@dataclass(frozen=True, slots=True)
class Persoon:
    """Somebody to whom a rule may point."""

    naam: str
    werkt_hier: bool = True
    is_afwezig: bool = False
    vervanger: UUID | None = None


@dataclass(frozen=True, slots=True)
class Bemensing:
    """The people by id and the members of each group."""

    personen: Mapping[UUID, Persoon] = field(default_factory=dict)
    groepen: Mapping[UUID, tuple[UUID, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loopspoor:
    """A rule that leads to nobody: `wat` is weg, afwezig, leeg or niemand-er; `naam` the person it is about."""

    regel: Regel
    wat: str
    naam: str = ""


Class = tuple[int, frozenset[ItemT]]
Vak = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Vlakken:
    """The classes of categories, areas, channels and hours, each with the bits of the rules that fit."""

    categorieen: Sequence[Class[str]]
    gebieden: Sequence[Class[str]]
    kanalen: Sequence[Class[str]]
    uren: Sequence[Class[Uur]]
    spoed: Sequence[Class[bool]]

    def all(self) -> Iterable[tuple[Vak, int]]:
        """Every combination, with the bits of the rules that fit it."""
        sizes = (range(len(part)) for part in self.parts())
        for c, g, k, u, s in product(*sizes):
            place = self.categorieen[c][0] & self.gebieden[g][0] & self.kanalen[k][0]
            yield (c, g, k, u, s), place & self.uren[u][0] & self.spoed[s][0]

    def parts(self) -> tuple[Sequence[Class[Any]], ...]:
        """The classes of each sort."""
        return (self.categorieen, self.gebieden, self.kanalen, self.uren, self.spoed)

    def merge(self, vakken: Iterable[Vak]) -> list[Gat]:
        """The same combinations in as few blocks as join without adding any: hours first, then channels, areas."""
        blocks: list[tuple[frozenset[int], ...]] = [tuple(frozenset((place,)) for place in vak) for vak in vakken]
        for axis in (4, 3, 2, 1, 0):
            joined: dict[tuple[frozenset[int], ...], set[int]] = {}
            for block in blocks:
                rest = block[:axis] + block[axis + 1 :]
                joined.setdefault(rest, set()).update(block[axis])
            blocks = [(*rest[:axis], frozenset(places), *rest[axis:]) for rest, places in joined.items()]
        return [
            Gat(
                union(self.categorieen, block[0]),
                union(self.gebieden, block[1]),
                union(self.kanalen, block[2]),
                union(self.uren, block[3]),
                union(self.spoed, block[4]),
            )
            for block in blocks
        ]


def check_dekking(regels: Iterable[Regel], wereld: Wereld) -> Dekking:
    """Look at every combination once: which nobody gets, which rules never decide, and where two contradict."""
    ordered = in_order(regels)
    vlakken = divide(ordered, wereld)
    rivals = [rivals_of(place, ordered) for place in range(len(ordered))]
    winning, open_vakken = 0, list[Vak]()
    meetings: dict[tuple[int, int], list[Vak]] = {}
    beaten: dict[int, int] = {}
    for vak, fitting in vlakken.all():
        if not fitting:
            open_vakken.append(vak)
            continue
        winner = first_bit(fitting)
        winning |= 1 << winner
        beaten[fitting] = winner
        for loser in bits(fitting & rivals[winner]):
            meetings.setdefault((winner, loser), []).append(vak)
    never = [place for place in range(len(ordered)) if not winning >> place & 1]
    before = {place: {winner for fitting, winner in beaten.items() if fitting >> place & 1} for place in never}
    return Dekking(
        gaten=tuple(vlakken.merge(open_vakken)),
        nooit=tuple(Nooit(ordered[place], tuple(ordered[one] for one in sorted(before[place]))) for place in never),
        tegenspraken=tuple(
            Tegenspraak(
                ordered[winner],
                ordered[loser],
                op_naam=ordered[winner].specificity == ordered[loser].specificity,
                waar=max(vlakken.merge(vakken), key=size_of),
            )
            for (winner, loser), vakken in meetings.items()
            if ordered[winner].specificity == ordered[loser].specificity or not is_exception(winner, loser, vlakken)
        ),
    )


def in_order(regels: Iterable[Regel]) -> list[Regel]:
    """Rules in the order in which they are looked at."""
    return sorted(regels, key=lambda regel: (regel.prioriteit, -regel.specificity, regel.naam))


def divide(ordered: Sequence[Regel], wereld: Wereld) -> Vlakken:
    """Put together what the same rules fit."""
    known = [not regel.zaaktypen or wereld.zaaktype in regel.zaaktypen for regel in ordered]
    return Vlakken(
        classes(wereld.categorieen, lambda one: mask(ordered, lambda r: fits(r.categorieen, wereld.categorieen[one]))),
        classes(wereld.gebieden, lambda one: mask(ordered, lambda r: fits(r.gebieden, wereld.gebieden[one]))),
        classes(wereld.kanalen, lambda one: mask(ordered, lambda r: fits(r.kanalen, (one,)))),
        classes(
            WEEK,
            lambda one: sum(
                1 << place
                for place, regel in enumerate(ordered)
                if known[place]
                and (not regel.weekdagen or one[0] in regel.weekdagen)
                and is_within_hours(one[1], regel.uur_van, regel.uur_tot)
            ),
        ),
        classes((False, True), lambda one: mask(ordered, lambda r: one or not r.alleen_spoed)),
    )


def classes(items: Iterable[ItemT], mask_of: Callable[[ItemT], int]) -> list[Class[ItemT]]:
    """Items with the same mask together, in the order in which they first come."""
    found: dict[int, list[ItemT]] = {}
    for item in items:
        found.setdefault(mask_of(item), []).append(item)
    return [(bits_of, frozenset(members)) for bits_of, members in found.items()]


def mask(ordered: Sequence[Regel], fitting: Callable[[Regel], bool]) -> int:
    """A bit for each rule that fits."""
    return sum(1 << place for place, regel in enumerate(ordered) if fitting(regel))


def fits(condition: frozenset[str], codes: tuple[str, ...]) -> bool:
    """An empty condition fits everything."""
    return not condition or not condition.isdisjoint(codes)


def bits(value: int) -> Iterable[int]:
    """The places of the bits that are set, lowest first."""
    while value:
        yield first_bit(value)
        value &= value - 1


def first_bit(value: int) -> int:
    """The place of the lowest bit."""
    return (value & -value).bit_length() - 1


def union(parts: Sequence[Class[ItemT]], places: Iterable[int]) -> frozenset[ItemT]:
    """All members of these classes."""
    return frozenset().union(*(parts[place][1] for place in places))


def size_of(gat: Gat) -> int:
    """Of how many combinations a block consists."""
    return len(gat.categorieen) * len(gat.gebieden) * len(gat.kanalen) * len(gat.uren) * len(gat.spoed)


def target_of(regel: Regel) -> tuple[UUID | None, UUID | None]:
    """To whom a rule gives its reports."""
    return (regel.medewerker, regel.groep)


def rivals_of(place: int, ordered: Sequence[Regel]) -> int:
    """Bits of the rules with the same priority that give another answer."""
    one = ordered[place]
    return mask(ordered, lambda other: other.prioriteit == one.prioriteit and target_of(other) != target_of(one))


def is_exception(winner: int, loser: int, vlakken: Vlakken) -> bool:
    """Does the winner say more precisely what the loser says in general: that is meant so, and no contradiction."""
    within = all(
        fitting >> loser & 1 for part in vlakken.parts() for fitting, _members in part if fitting >> winner & 1
    )
    wider = any(
        fitting >> loser & 1 and not fitting >> winner & 1 for part in vlakken.parts() for fitting, _members in part
    )
    return within and wider


def check_doelen(regels: Iterable[Regel], bemensing: Bemensing) -> list[Loopspoor]:
    """Rules whose person left or is away without replacement, and whose group has nobody, or nobody who is there."""
    found = []
    for regel in sorted(regels, key=lambda one: (one.prioriteit, one.naam)):
        if regel.medewerker is not None:
            persoon = bemensing.personen.get(regel.medewerker)
            if persoon is None or not persoon.werkt_hier:
                found.append(Loopspoor(regel, "weg", persoon.naam if persoon else ""))
            elif not is_covered(regel.medewerker, bemensing):
                found.append(Loopspoor(regel, "afwezig", persoon.naam))
            continue
        leden = bemensing.groepen.get(regel.groep, ()) if regel.groep else ()
        present = [lid for lid in leden if (one := bemensing.personen.get(lid)) and one.werkt_hier]
        if not present:
            found.append(Loopspoor(regel, "leeg"))
        elif not any(is_covered(lid, bemensing) for lid in present):
            found.append(Loopspoor(regel, "niemand-er"))
    return found


def is_covered(medewerker: UUID, bemensing: Bemensing) -> bool:
    """Is this person there today, or a replacement, or the replacement's replacement."""
    seen: set[UUID] = set()
    current: UUID | None = medewerker
    while current is not None and current not in seen:
        seen.add(current)
        persoon = bemensing.personen.get(current)
        if persoon is None or not persoon.werkt_hier:
            return False
        if not persoon.is_afwezig:
            return True
        current = persoon.vervanger
    return False
