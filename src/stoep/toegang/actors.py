"""Who acts, and what they may: the one gate that every command and query passes.

An `Actor` is a plain value. Employees get theirs from their account and roles, residents from a
link or a login, applications from their key, and Stoep itself acts as `SYSTEM`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from stoep.foundation.errors import NotAllowed
from stoep.foundation.ref import Ref


class ActorKind(StrEnum):
    """What sort of party acts."""

    EMPLOYEE = "medewerker"
    RESIDENT = "inwoner"
    APPLICATION = "applicatie"
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
        return list(Vertrouwelijkheid).index(self)

    def and_below(self) -> list[Vertrouwelijkheid]:
        """This level and all that are less secret."""
        return list(Vertrouwelijkheid)[: self.rank + 1]


class Guarded(Protocol):
    """An object whose access depends on its case type and confidentiality."""

    @property
    def guard(self) -> Guard:
        """By what it is guarded."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Zaaktype identificatie ("" when none applies) and confidentiality of an object."""

    zaaktype: str = ""
    vertrouwelijkheid: Vertrouwelijkheid = Vertrouwelijkheid.OPENBAAR


@dataclass(frozen=True, slots=True)
class Grant:
    """One right, for one zaaktype identificatie ("*" is all), up to a confidentiality."""

    right: str
    zaaktype: str = "*"
    up_to: Vertrouwelijkheid = Vertrouwelijkheid.ZEER_GEHEIM

    def covers(self, right: str, guard: Guard | None) -> bool:
        """Tell whether this grant gives `right` on an object guarded so; "zaken.*" gives all rights of zaken."""
        named = self.right in ("*", right) or (self.right.endswith(".*") and right.startswith(self.right[:-1]))
        if not named or guard is None:
            return named
        return self.zaaktype in ("*", guard.zaaktype) and guard.vertrouwelijkheid.rank <= self.up_to.rank


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts. `id` is the account's, the application's or "" for SYSTEM."""

    kind: ActorKind
    id: str
    name: str = field(repr=False)
    grants: tuple[Grant, ...] = field(default=(), repr=False)
    acting_for: Actor | None = None

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
        return self.kind is ActorKind.SYSTEM or any(grant.covers(right, guard) for grant in self.grants)

    def require(self, right: str, subject: Guarded | None = None) -> None:
        """Refuse with NotAllowed unless this actor has the right on this subject."""
        if not self.may(right, subject):
            raise NotAllowed(right=right)

    def grants_for(self, right: str) -> tuple[Grant, ...]:
        """The grants that give `right`, for translating into a query by `visible_to`."""
        if self.kind is ActorKind.SYSTEM:
            return (Grant(right),)
        return tuple(grant for grant in self.grants if grant.covers(right, None))

    def on_behalf_of(self, other: Actor) -> Actor:
        """The same actor, acting for another (an employee for a caller)."""
        return replace(self, acting_for=other)


SYSTEM = Actor(ActorKind.SYSTEM, "", "Stoep")


def resident(reference: str, name: str = "") -> Actor:
    """A resident who is known by a link or a login; `reference` is never a BSN."""
    return Actor(ActorKind.RESIDENT, reference, name)


ANONYMOUS = resident("")
