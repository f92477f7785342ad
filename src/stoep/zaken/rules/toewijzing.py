"""To whom a new zaak falls, and why. Pure: facts in, decision with a reason out.

First the rule is chosen: lowest prioriteit, then most conditions, then name. Then the person: whoever
has least work for the hours that he or she is there this week. Who is absent gets nothing; the
replacement does. Nobody there: the group gets it, because a zaak may never fall to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
LATE_WEIGHS = 2.0
SOON_WEIGHS = 1.5
NORMAL_WEIGHS = 1.0
SUSPENDED_WEIGHS = 0.25
SOON = 2


@dataclass(frozen=True, slots=True)
class Feiten:
    """What is known of a new zaak. `categorieen` and `gebieden` go from narrow to wide (slug and main slug)."""

    zaaktype: str
    categorieen: tuple[str, ...] = ()
    gebieden: tuple[str, ...] = ()
    kanaal: str = ""
    weekdag: int = 0
    uur: int = 0
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Regel:
    """A rule. Empty conditions hold for everything. Hours 22 to 6 run past midnight."""

    naam: str
    medewerker: UUID | None = None
    groep: UUID | None = None
    kies_lid: bool = False
    prioriteit: int = 100
    zaaktypen: frozenset[str] = frozenset()
    categorieen: frozenset[str] = frozenset()
    gebieden: frozenset[str] = frozenset()
    kanalen: frozenset[str] = frozenset()
    weekdagen: frozenset[int] = frozenset()
    alleen_spoed: bool = False
    uur_van: int | None = None
    uur_tot: int | None = None

    @property
    def specificity(self) -> int:
        """How many conditions it has."""
        sets = (self.zaaktypen, self.categorieen, self.gebieden, self.kanalen, self.weekdagen)
        return sum(bool(condition) for condition in sets) + (self.uur_van is not None) + self.alleen_spoed


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Somebody who could do the work: `werk` is open zaken weighted by term, `uren` the hours of this week."""

    id: UUID
    naam: str
    werk: float = 0.0
    uren: float = 0.0
    is_afwezig: bool = False
    vervanger: UUID | None = None

    @property
    def is_there(self) -> bool:
        """Is this person there today, and for some hours this week."""
        return not self.is_afwezig and self.uren > 0

    @property
    def load(self) -> float:
        """Work per hour of presence."""
        return self.werk / self.uren if self.uren > 0 else float("inf")


@dataclass(frozen=True, slots=True)
class Bezetting:
    """Who could get it: people by id, and the members of each group."""

    kandidaten: Mapping[UUID, Kandidaat] = field(default_factory=dict)
    leden: Mapping[UUID, tuple[UUID, ...]] = field(default_factory=dict)
    namen: Mapping[UUID, str] = field(default_factory=dict)
    groep_van: Mapping[UUID, UUID] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Toewijzing:
    """The decision. Without rule, medewerker and groep: nobody was found, and `waarom` says so."""

    regel: str
    medewerker: UUID | None
    groep: UUID | None
    waarom: str


def weigh(days_left: int | None, *, is_suspended: bool = False) -> float:
    """How heavy an open zaak weighs: what is late asks attention first, what stands still hardly any."""
    if is_suspended:
        return SUSPENDED_WEIGHS
    if days_left is None or days_left > SOON:
        return NORMAL_WEIGHS
    return LATE_WEIGHS if days_left < 0 else SOON_WEIGHS


def matches(regel: Regel, feiten: Feiten) -> bool:
    """True when every condition of the rule holds for these facts."""
    return (
        (not regel.zaaktypen or feiten.zaaktype in regel.zaaktypen)
        and (not regel.categorieen or not regel.categorieen.isdisjoint(feiten.categorieen))
        and (not regel.gebieden or not regel.gebieden.isdisjoint(feiten.gebieden))
        and (not regel.kanalen or feiten.kanaal in regel.kanalen)
        and (not regel.weekdagen or feiten.weekdag in regel.weekdagen)
        and (not regel.alleen_spoed or feiten.urgent)
        and is_within_hours(feiten.uur, regel.uur_van, regel.uur_tot)
    )


def is_within_hours(uur: int, van: int | None, tot: int | None) -> bool:
    """True when an hour lies from `van` up to `tot`; a span past midnight wraps."""
    if van is None or tot is None:
        return True
    return van <= uur < tot if van < tot else uur >= van or uur < tot


def choose_regel(regels: Iterable[Regel], feiten: Feiten) -> Regel | None:
    """The one rule that counts; the order in which rules are given makes no difference."""
    fitting = [regel for regel in regels if matches(regel, feiten)]
    return min(fitting, key=lambda regel: (regel.prioriteit, -regel.specificity, regel.naam), default=None)


def decide_toewijzing(regels: Iterable[Regel], feiten: Feiten, bezetting: Bezetting | None = None) -> Toewijzing:
    """Decide to whom a zaak goes, with a sentence that says why."""
    people = bezetting or Bezetting()
    regel = choose_regel(regels, feiten)
    if regel is None:
        return Toewijzing("", None, None, "Geen enkele regel past bij deze zaak. Wijs de zaak zelf toe.")
    because = describe(regel, feiten)
    if regel.medewerker is not None:
        return assign_person(regel, people, because)
    return assign_group(regel, people, because)


def assign_person(regel: Regel, people: Bezetting, because: str) -> Toewijzing:
    """Give it to the named person, to the replacement, or else to the group of that person."""
    wanted = people.kandidaten.get(regel.medewerker) if regel.medewerker else None
    if wanted is None or wanted.is_there:
        return Toewijzing(regel.naam, regel.medewerker, None, because)
    replacement = follow_replacements(wanted, people)
    if replacement is not None:
        reason = f"{because} {wanted.naam} is er niet; {replacement.naam} vervangt."
        return Toewijzing(regel.naam, replacement.id, None, reason)
    groep = people.groep_van.get(wanted.id)
    if groep is not None:
        reason = f"{because} {wanted.naam} is er niet en heeft geen vervanger: de groep krijgt de zaak."
        return Toewijzing(regel.naam, None, groep, reason)
    reason = f"{because} {wanted.naam} is er niet en heeft geen vervanger of groep: de zaak wacht op terugkomst."
    return Toewijzing(regel.naam, regel.medewerker, None, reason)


def assign_group(regel: Regel, people: Bezetting, because: str) -> Toewijzing:
    """Leave it to the group, or choose the member with the least work for the hours of this week."""
    if regel.groep is None or not regel.kies_lid:
        return Toewijzing(regel.naam, None, regel.groep, because)
    members = [people.kandidaten[one] for one in people.leden.get(regel.groep, ()) if one in people.kandidaten]
    chosen = choose_kandidaat([member for member in members if member.is_there])
    if chosen is not None:
        reason = f"{because} {chosen.naam} heeft nu het minste werk voor {number(chosen.uren)} uur deze week."
        return Toewijzing(regel.naam, chosen.id, regel.groep, reason)
    replacements = (follow_replacements(member, people) for member in members)
    chosen = choose_kandidaat([one for one in replacements if one is not None])
    if chosen is not None:
        reason = f"{because} Niemand van de groep is er; {chosen.naam} vervangt."
        return Toewijzing(regel.naam, chosen.id, regel.groep, reason)
    return Toewijzing(
        regel.naam, None, regel.groep, f"{because} Niemand van de groep is er: de zaak wacht in de groep."
    )


def choose_kandidaat(candidates: Sequence[Kandidaat]) -> Kandidaat | None:
    """The one with the least work per hour; among equals by name and id, so that it is never chance."""
    return min(candidates, key=lambda one: (round(one.load, 6), one.naam, str(one.id)), default=None)


def follow_replacements(absent: Kandidaat, people: Bezetting) -> Kandidaat | None:
    """The replacement who is there, also when the first replacement is absent too. Circles end."""
    seen = {absent.id}
    current = absent
    while current.vervanger is not None and current.vervanger not in seen:
        seen.add(current.vervanger)
        following = people.kandidaten.get(current.vervanger)
        if following is None:
            return None
        if following.is_there:
            return following
        current = following
    return None


def describe(regel: Regel, feiten: Feiten) -> str:
    """Say which conditions of the rule held."""
    held = ["spoed"] if regel.alleen_spoed else []
    if regel.categorieen:
        held.append(f"categorie {next(one for one in feiten.categorieen if one in regel.categorieen)}")
    if regel.gebieden:
        held.append(f"gebied {next(one for one in feiten.gebieden if one in regel.gebieden)}")
    if regel.kanalen:
        held.append(f"kanaal {feiten.kanaal}")
    if regel.weekdagen:
        held.append(WEEKDAGEN[feiten.weekdag])
    if regel.uur_van is not None:
        held.append(f"tussen {regel.uur_van} en {regel.uur_tot} uur")
    if regel.zaaktypen:
        held.append(f"zaaktype {feiten.zaaktype}")
    return f"Regel '{regel.naam}'" + (f": {', '.join(held)}." if held else " geldt voor alle zaken.")


def number(value: float) -> str:
    """A number as people here write it: 32 or 7,5."""
    return f"{value:g}".replace(".", ",")
