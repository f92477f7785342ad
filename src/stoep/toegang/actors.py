"""Who acts, and what they may: the one gate that every command and query passes.

An `Actor` is a plain value. Employees get theirs from their account and roles, residents from a
link or a login, applications from their key, and Stoep itself acts as `SYSTEM`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from stoep.foundation.errors import NotAllowed
from stoep.foundation.ref import Ref
from stoep.toegang.rules.rechten import names_of


class ActorKind(StrEnum):
    """What sort of party acts."""

    EMPLOYEE = "medewerker"
    RESIDENT = "inwoner"
    APPLICATION = "applicatie"
    USER = "gebruiker"
    SYSTEM = "systeem"


class Vertrouwelijkheid(StrEnum):
    """Vertrouwelijkheidaanduiding of the ZGW norm, least secret first."""

    OPENBAAR = "openbaar"
    BEPERKT_OPENBAAR = "beperkt_openbaar"
    INTERN = "intern"
    ZAAKVERTROUWELIJK = "zaakvertrouwelijk"
    VERTROUWELIJK = "vertrouwelijk"
    CONFIDENTIEEL = "confidentieel"
    GEHEIM = "geheim"
    ZEER_GEHEIM = "zeer_geheim"

    @property
    def rank(self) -> int:
        """0 for openbaar to 7 for zeer_geheim."""
        return RANKS[self]

    def and_below(self) -> list[Vertrouwelijkheid]:
        """This level and all that are less secret."""
        return list(Vertrouwelijkheid)[: self.rank + 1]


RANKS = {level: rank for rank, level in enumerate(Vertrouwelijkheid)}


class Guarded(Protocol):
    """An object whose access depends on its type and confidentiality."""

    @property
    def guard(self) -> Guard:
        """By what it is guarded."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Type and confidentiality of an object, and the catalogus of that type.

    The type is the identificatie of a zaaktype, or the omschrijving of the informatieobjecttype of a document or the
    besluittype of a decision; "" when none applies. So all versions of a type are guarded alike.
    """

    zaaktype: str = ""
    vertrouwelijkheid: Vertrouwelijkheid = Vertrouwelijkheid.OPENBAAR
    catalogus: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """One right, for one type as its guard names it ("*" is all), up to a confidentiality, in one catalogus ("*": all)."""

    right: str
    zaaktype: str = "*"
    up_to: Vertrouwelijkheid = Vertrouwelijkheid.ZEER_GEHEIM
    catalogus: str = "*"

    def covers(self, right: str, guard: Guard | None) -> bool:
        """Tell whether this grant gives `right` on an object guarded so; "zaken.*" gives all rights of zaken."""
        named = self.right in names_of(right)
        if not named or guard is None:
            return named
        return self.is_about(guard) and guard.vertrouwelijkheid.rank <= self.up_to.rank

    def is_about(self, guard: Guard) -> bool:
        """Tell whether this grant holds for the type of an object guarded so."""
        return self.zaaktype in ("*", guard.zaaktype) and self.catalogus in ("*", guard.catalogus)


class Grants(tuple[Grant, ...]):  # noqa: SLOT001 (what it remembers is kept in its __dict__)
    """The rights of one actor. What was asked before is remembered: an application may have thousands."""

    def __init__(self, _grants: Iterable[Grant] = ()) -> None:
        self.by_right: dict[str, tuple[Grant, ...]] = {}
        self.ranks: dict[tuple[str, str, str], int] = {}

    def naming(self, right: str) -> tuple[Grant, ...]:
        """Those that give a right on anything at all."""
        found = self.by_right.get(right)
        if found is None:
            names = names_of(right)
            found = self.by_right[right] = tuple(grant for grant in self if grant.right in names)
        return found

    def give(self, right: str, guard: Guard | None) -> bool:
        """Tell whether one of them gives a right on an object guarded so."""
        if guard is None:
            return bool(self.naming(right))
        key = (right, guard.catalogus, guard.zaaktype)
        highest = self.ranks.get(key)
        if highest is None:
            ranks = [grant.up_to.rank for grant in self.naming(right) if grant.is_about(guard)]
            highest = self.ranks[key] = max(ranks, default=-1)
        return guard.vertrouwelijkheid.rank <= highest


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts. `id` is the account's, the application's or "" for SYSTEM."""

    kind: ActorKind
    id: str
    name: str = field(repr=False)
    grants: tuple[Grant, ...] = field(default=(), repr=False)
    acting_for: Actor | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.grants, Grants):
            object.__setattr__(self, "grants", Grants(self.grants))

    @property
    def ref(self) -> Ref:
        """How the logs name this actor."""
        return Ref(self.kind.value, self.id)

    @property
    def account_id(self) -> UUID | None:
        """The account of an employee; None for others."""
        return UUID(self.id) if self.kind is ActorKind.EMPLOYEE else None

    def may(self, right: str, subject: Guarded | None = None) -> bool:
        """Tell whether this actor has the right, on this subject."""
        guard = subject.guard if subject is not None else None
        return self.kind is ActorKind.SYSTEM or self.rights.give(right, guard)

    def require(self, right: str, subject: Guarded | None = None) -> None:
        """Refuse with NotAllowed unless this actor has the right on this subject."""
        if not self.may(right, subject):
            raise NotAllowed(right=right)

    def grants_for(self, right: str) -> tuple[Grant, ...]:
        """The grants that give `right`, for translating into a query by `visible_to`."""
        if self.kind is ActorKind.SYSTEM:
            return (Grant(right),)
        return self.rights.naming(right)

    @property
    def rights(self) -> Grants:
        """The grants, with what is remembered about them."""
        return self.grants if isinstance(self.grants, Grants) else Grants(self.grants)

    def on_behalf_of(self, other: Actor) -> Actor:
        """The same actor, acting for another (an employee for a caller)."""
        return replace(self, acting_for=other)


SYSTEM = Actor(ActorKind.SYSTEM, "", "Stoep")


def user_of(user_id: str, name: str) -> Actor:
    """Somebody who uses an application, as that application says: it acts for them, they have no rights here."""
    return Actor(ActorKind.USER, user_id, name)


def resident(reference: str, name: str = "") -> Actor:
    """A resident who is known by a link or a login; `reference` is never a BSN."""
    return Actor(ActorKind.RESIDENT, reference, name)


ANONYMOUS = resident("")
