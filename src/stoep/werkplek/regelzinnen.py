"""Assignment rules, and what was found about them, as sentences that a team leader reads aloud."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from stoep.zaken.rules.dekking import WEEK, Gat, Loopspoor, Nooit, Tegenspraak, Uur, Wereld
from stoep.zaken.rules.toewijzing import WEEKDAGEN, Feiten, Regel

NAMED_AT_MOST = 4
DAY = 24
FIELDS = {
    "actief": "Geldt",
    "prioriteit": "Prioriteit",
    "categorieen": "Categorieën",
    "gebieden": "Gebieden",
    "kanalen": "Kanalen",
    "weekdagen": "Dagen",
    "spoed": "Alleen spoed",
    "uren": "Uren",
    "naar": "Gaat naar",
    "kies_lid": "Stoep kiest een lid",
}


class RegelRow(Protocol):
    """What a sentence needs of a rule."""

    @property
    def categorieen(self) -> Collection[str]:
        """Slugs of categories or headings."""

    @property
    def gebieden(self) -> Collection[str]:
        """Codes of areas."""

    @property
    def kanalen(self) -> Collection[str]:
        """Channels."""

    @property
    def weekdagen(self) -> Collection[int]:
        """Weekdays, 0 is Monday."""

    @property
    def alleen_spoed(self) -> bool:
        """Does it hold for urgent reports only."""

    @property
    def uur_van(self) -> int | None:
        """The hour at which it begins to hold."""

    @property
    def uur_tot(self) -> int | None:
        """The hour at which it stops."""

    @property
    def kies_lid(self) -> bool:
        """Does Stoep choose a member of the group."""

    @property
    def medewerker_id(self) -> UUID | None:
        """Who gets it."""

    @property
    def groep_id(self) -> UUID | None:
        """Which group gets it."""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A version or a plain rule, as a sentence reads it."""

    categorieen: Collection[str] = ()
    gebieden: Collection[str] = ()
    kanalen: Collection[str] = ()
    weekdagen: Collection[int] = ()
    alleen_spoed: bool = False
    uur_van: int | None = None
    uur_tot: int | None = None
    kies_lid: bool = False
    medewerker_id: Any = None
    groep_id: Any = None
    prioriteit: int = 100
    actief: bool = True


@dataclass(frozen=True, slots=True)
class Namen:
    """The names behind codes and ids; `onder` has the categories under each heading."""

    categorieen: Mapping[str, str] = field(default_factory=dict)
    gebieden: Mapping[str, str] = field(default_factory=dict)
    groepen: Mapping[str, str] = field(default_factory=dict)
    medewerkers: Mapping[str, str] = field(default_factory=dict)
    kanalen: Mapping[str, str] = field(default_factory=dict)
    onder: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def doel(self, medewerker: object, groep: object) -> str:
        """Who gets it."""
        return self.medewerkers.get(str(medewerker)) or self.groepen.get(str(groep)) or "onbekend"


def read_versie(waarden: Mapping[str, Any]) -> Gelezen:
    """A version as a sentence reads it; what it kept and no sentence names is left out."""
    return Gelezen(**{name: waarden[name] for name in Gelezen.__dataclass_fields__ if name in waarden})


def sentence_of(regel: RegelRow, namen: Namen) -> str:
    """Say a rule: Meldingen over stoepen in Zuidhaven, op maandag, tussen 8 en 17 uur gaan naar Wegen."""
    parts = ["Meldingen met spoed" if regel.alleen_spoed else "Meldingen"]
    if regel.categorieen:
        parts.append("over " + listed([namen.categorieen.get(code, code) for code in regel.categorieen]))
    if regel.gebieden:
        parts.append("in " + listed([namen.gebieden.get(code, code) for code in regel.gebieden]))
    if regel.kanalen:
        parts.append("via " + listed([namen.kanalen.get(code, code).lower() for code in regel.kanalen]))
    if regel.weekdagen:
        parts.append("op " + say_weekdagen(regel.weekdagen))
    if regel.uur_van is not None:
        parts.append(f"tussen {regel.uur_van} en {regel.uur_tot} uur")
    if len(parts) == 1 and not regel.alleen_spoed:
        parts = ["Alle andere meldingen"]
    ending = "; Stoep kiest wie er is en het minste werk heeft" if regel.kies_lid else ""
    return f"{' '.join(parts)} gaan naar {namen.doel(regel.medewerker_id, regel.groep_id)}{ending}."


def listed(names: Sequence[str]) -> str:
    """a, b en c; longer lists are cut: a, b, c, d en 3 andere."""
    if len(names) > NAMED_AT_MOST:
        return f"{', '.join(names[:NAMED_AT_MOST])} en {len(names) - NAMED_AT_MOST} andere"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def say_weekdagen(days: Collection[int]) -> str:
    """A run of three days or more is said as from and until."""
    ordered = sorted(days)
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:  # noqa: PLR2004 - two days are named
        return f"{WEEKDAGEN[ordered[0]]} tot en met {WEEKDAGEN[ordered[-1]]}"
    return listed([WEEKDAGEN[day] for day in ordered])


def say_uren(uren: Collection[Uur]) -> str:
    """When it is: 'op zondag', 'op maandag tot en met vrijdag tussen 17 en 8 uur'; "" for the whole week."""
    if len(uren) == len(WEEK):
        return ""
    per_day: dict[frozenset[int], list[int]] = {}
    for weekdag in range(7):
        hours = frozenset(uur for day, uur in uren if day == weekdag)
        if hours:
            per_day.setdefault(hours, []).append(weekdag)
    return " en ".join(
        " ".join(
            part
            for part in ("" if len(days) == len(WEEKDAGEN) else f"op {say_weekdagen(days)}", say_spans(hours))
            if part
        )
        for hours, days in per_day.items()
    )


def say_spans(hours: Collection[int]) -> str:
    """'tussen 8 en 17 uur'; a span past midnight is said as one; "" for the whole day."""
    if len(hours) == DAY:
        return ""
    starts = sorted(hour for hour in hours if (hour - 1) % DAY not in hours)
    spans = []
    for start in starts:
        end = start
        while end % DAY in hours:
            end += 1
        spans.append(f"tussen {start} en {end if end <= DAY else end - DAY} uur")
    return " en ".join(spans)


def say_categorieen(slugs: Collection[str], namen: Namen) -> str:
    """Names of categories; a heading of which all are meant is said as one."""
    left, said = set(slugs), []
    for heading, subs in namen.onder.items():
        if len(subs) > 1 and left.issuperset(subs):
            said.append(f"{namen.categorieen.get(heading, heading)} (alles)")
            left.difference_update(subs)
    return listed(said + sorted(namen.categorieen.get(slug, slug) for slug in left))


def say_where(gat: Gat, namen: Namen, wereld: Wereld) -> str:
    """Of which reports it is said: 'over Graffiti in Zuidhaven op zondag'; "" for all of them."""
    parts = [] if len(gat.spoed) > 1 else ["met spoed" if True in gat.spoed else "zonder spoed"]
    if len(gat.categorieen) < len(wereld.categorieen):
        parts.append("over " + say_categorieen(gat.categorieen, namen))
    if len(gat.gebieden) < len(wereld.gebieden):
        parts.append("in " + listed(sorted(namen.gebieden.get(code, code) for code in gat.gebieden)))
    if len(gat.kanalen) < len(wereld.kanalen):
        parts.append("via " + listed(sorted(namen.kanalen.get(code, code).lower() for code in gat.kanalen)))
    return " ".join([*parts, *filter(None, [say_uren(gat.uren)])])


def say_gat(gat: Gat, namen: Namen, wereld: Wereld) -> str:
    """Say a gap: Niemand krijgt meldingen over Graffiti in Zuidhaven op zondag."""
    where = say_where(gat, namen, wereld)
    return f"Niemand krijgt meldingen {where}." if where else "Geen enkele melding komt bij iemand terecht."


def say_nooit(nooit: Nooit) -> str:
    """Why a rule never decides."""
    if not nooit.door:
        return f"‘{nooit.regel.naam}’ past bij geen enkele melding: wat de regel noemt, bestaat niet (meer)."
    names = listed([f"‘{one.naam}’" for one in nooit.door])
    gaat = "gaat" if len(nooit.door) == 1 else "gaan"
    return f"‘{nooit.regel.naam}’ beslist nooit: {names} {gaat} altijd voor."


def say_tegenspraak(one: Tegenspraak, namen: Namen, wereld: Wereld) -> str:
    """Which two rules contradict, where, and what decides now."""
    where = say_where(one.waar, namen, wereld)
    winner, loser = (namen.doel(regel.medewerker, regel.groep) for regel in (one.wint, one.verliest))
    why = (
        "alleen omdat die naam eerder in het alfabet staat" if one.op_naam else "omdat die de meeste voorwaarden heeft"
    )
    about = f"Meldingen {where} passen" if where else "Alle meldingen passen"
    return (
        f"{about} bij ‘{one.wint.naam}’ ({winner}) en bij ‘{one.verliest.naam}’ ({loser}), met dezelfde prioriteit. "
        f"Nu wint ‘{one.wint.naam}’, {why}."
    )


def say_loopspoor(one: Loopspoor, namen: Namen) -> str:
    """Why a rule leads to nobody."""
    groep = namen.groepen.get(str(one.regel.groep), "de groep")
    return {
        "weg": f"‘{one.regel.naam}’ wijst toe aan {one.naam or 'iemand'}, die hier niet meer werkt.",
        "afwezig": f"‘{one.regel.naam}’ wijst toe aan {one.naam}, die er vandaag niet is en geen vervanger heeft.",
        "leeg": f"‘{one.regel.naam}’ wijst toe aan {groep}, maar daarin zit niemand.",
        "niemand-er": f"‘{one.regel.naam}’ wijst toe aan {groep}, maar van die groep is vandaag niemand er.",
    }[one.wat]


def say_misses(missed: Iterable[str], regel: Regel, feiten: Feiten, namen: Namen) -> str:
    """Why a rule did not decide: which of its conditions do not hold."""
    said = {
        "zaaktype": "geldt niet voor meldingen",
        "categorie": "geldt alleen voor "
        + listed(sorted(namen.categorieen.get(one, one) for one in regel.categorieen) or ["-"]),
        "gebied": "geldt alleen in " + listed(sorted(namen.gebieden.get(one, one) for one in regel.gebieden) or ["-"]),
        "kanaal": f"geldt niet via {namen.kanalen.get(feiten.kanaal, feiten.kanaal).lower()}",
        "dag": f"geldt niet op {WEEKDAGEN[feiten.weekdag]}",
        "spoed": "geldt alleen voor spoed",
        "uur": f"geldt alleen tussen {regel.uur_van} en {regel.uur_tot} uur",
    }
    return "; ".join(said[name] for name in missed)


def tell_fields(regel: Gelezen, namen: Namen) -> dict[str, str]:
    """Everything that a version says, in words, by the name of its field."""
    return {
        "actief": "ja" if regel.actief else "nee",
        "prioriteit": str(regel.prioriteit),
        "categorieen": named(regel.categorieen, namen.categorieen, "alle categorieën"),
        "gebieden": named(regel.gebieden, namen.gebieden, "de hele gemeente"),
        "kanalen": named(regel.kanalen, namen.kanalen, "alle kanalen"),
        "weekdagen": say_weekdagen(regel.weekdagen) if regel.weekdagen else "alle dagen",
        "spoed": "ja" if regel.alleen_spoed else "nee",
        "uren": f"{regel.uur_van} tot {regel.uur_tot} uur" if regel.uur_van is not None else "de hele dag",
        "naar": namen.doel(regel.medewerker_id, regel.groep_id),
        "kies_lid": "ja" if regel.kies_lid else "nee",
    }


def named(codes: Collection[str], names: Mapping[str, str], otherwise: str) -> str:
    """All names, or what an empty condition means."""
    return ", ".join(names.get(code, code) for code in codes) or otherwise


def changes_of(old: Gelezen | None, new: Gelezen, namen: Namen) -> list[tuple[str, str, str]]:
    """What changed between two versions: the field, what it said and what it says. Of the first: nothing."""
    if old is None:
        return []
    before, after = tell_fields(old, namen), tell_fields(new, namen)
    return [(label, before[name], after[name]) for name, label in FIELDS.items() if before[name] != after[name]]
