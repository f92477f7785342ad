"""What somebody wants to see of the work, as it stands in the address of the page. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlencode

LONGEST_TEXT = 100
MOST_VALUES = 30


class Plek(StrEnum):
    """Whose work is shown."""

    MIJN = "werk"
    TEAM = "team"
    ALLE = "zaken"


class Params(Protocol):
    """The part after the question mark of an address."""

    def getlist(self, key: str) -> list[str]:
        """All values of a name."""


TERMIJNEN = ("te-laat", "vandaag", "week", "later")
SORTS = ("termijn", "-termijn", "nieuw", "oud", "status", "-status", "kanaal", "-kanaal")
TONEN = ("lijst", "kaart")
KOLOMMEN = ("termijn", "plek", "status", "behandelaar", "kanaal", "gemeld")
USUAL = KOLOMMEN[:-1]
STANDEN = ("open", "dicht", "alle")


@dataclass(frozen=True, slots=True)
class Wens:
    """Filters, order and view of a list of work. Every empty field shows all."""

    q: str = ""
    categorie: tuple[str, ...] = ()
    gebied: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    kanaal: tuple[str, ...] = ()
    termijn: tuple[str, ...] = ()
    kolom: tuple[str, ...] = ()
    wie: str = ""
    stand: str = "open"
    sorteer: str = "termijn"
    toon: str = "lijst"

    @classmethod
    def read(cls, params: Params) -> Wens:
        """Read it from an address; what is no known choice is left out."""
        many = {name: several(params.getlist(name)) for name in MULTIPLE}
        chosen = tuple(one for one in KOLOMMEN if one in params.getlist("kolom"))
        many["kolom"] = () if chosen == USUAL else chosen
        many["termijn"] = tuple(one for one in many["termijn"] if one in TERMIJNEN)
        return cls(
            q=last(params.getlist("q"))[:LONGEST_TEXT].strip(),
            wie="niemand" if last(params.getlist("wie")) == "niemand" else "",
            stand=one_of(params.getlist("stand"), STANDEN),
            sorteer=one_of(params.getlist("sorteer"), SORTS),
            toon=one_of(params.getlist("toon"), TONEN),
            **many,
        )

    def query(self, **changes: object) -> str:
        """The address that shows this, with changes; only what differs from the ordinary list."""
        wish = replace(self, **changes)  # type: ignore[arg-type]
        pairs: list[tuple[str, str]] = []
        for one in fields(wish):
            value = getattr(wish, one.name)
            if value == one.default:
                continue
            pairs += [(one.name, item) for item in value] if isinstance(value, tuple) else [(one.name, value)]
        return urlencode(pairs)

    def url(self, **changes: object) -> str:
        """A link to this list on the same page, with changes."""
        return f"?{self.query(**changes)}"

    @property
    def kolommen(self) -> tuple[str, ...]:
        """The columns beside the zaak itself: what was chosen, else the usual ones."""
        return self.kolom or USUAL

    @property
    def has_filters(self) -> bool:
        """True when the list is narrowed."""
        return bool(self.q or self.wie or self.stand != "open" or any(getattr(self, name) for name in MULTIPLE))

    @property
    def has_melding_filters(self) -> bool:
        """True when it asks something that only reports have."""
        return bool(self.categorie or self.gebied)


MULTIPLE = ("categorie", "gebied", "status", "kanaal", "termijn")


@dataclass(frozen=True, slots=True)
class Bereik:
    """Whose work: the people and groups, by id. Empty without `alles` shows nothing."""

    plek: Plek
    alles: bool = False
    medewerkers: frozenset[object] = field(default_factory=frozenset)
    groepen: frozenset[object] = field(default_factory=frozenset)


def last(values: Iterable[str]) -> str:
    """The last of several values, as a form that is sent means it."""
    found = list(values)
    return found[-1] if found else ""


def one_of(values: Iterable[str], known: tuple[str, ...]) -> str:
    """A known choice, else the first."""
    value = last(values)
    return value if value in known else known[0]


def several(values: Iterable[str]) -> tuple[str, ...]:
    """Distinct values in order, not too many and not too long."""
    return tuple(dict.fromkeys(value[:LONGEST_TEXT] for value in values if value))[:MOST_VALUES]
