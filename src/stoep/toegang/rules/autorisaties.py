"""What is granted to an application, as values: whether it is complete (ac-003), and what it gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from stoep.toegang.actors import Grant, Vertrouwelijkheid
from stoep.toegang.rules.scopes import SCOPES, UNTYPED, Component, all_rights

# Per component: the scopes that are about typed objects, the field with the type, and whether a level is asked (ac-003).
TYPED: Final[dict[Component, tuple[str, str, bool]]] = {
    Component.ZRC: ("zaken", "zaaktype", True),
    Component.DRC: ("documenten", "informatieobjecttype", True),
    Component.BRC: ("besluiten", "besluittype", False),
}
ANY_TYPE = "*"


@dataclass(frozen=True, slots=True)
class Verlening:
    """What is granted in one component. The type is a name, "*" for all, "" for none; the catalogus an id, or "*"."""

    component: Component
    scopes: tuple[str, ...]
    type_naam: str = ""
    catalogus: str = "*"
    max_vertrouwelijkheid: Vertrouwelijkheid | None = None


def missing_fields(verlening: Verlening) -> list[str]:
    """Which fields ac-003 asks for that are not there, as the norm names them."""
    if verlening.component not in TYPED:
        return []
    noun, type_field, asks_level = TYPED[verlening.component]
    if not any(noun in scope for scope in verlening.scopes):
        return []
    missing = [] if verlening.type_naam else [type_field]
    if asks_level and verlening.max_vertrouwelijkheid is None:
        missing.append("max_vertrouwelijkheidaanduiding")
    return missing


def grants_of(verleningen: Iterable[Verlening]) -> tuple[Grant, ...]:
    """The rights that these give. A scope that the norm does not know gives nothing."""
    highest: dict[tuple[str, str, str], Grant] = {}
    for verlening in verleningen:
        for grant in grants_of_one(verlening):
            key = (grant.right, grant.zaaktype, grant.catalogus)
            known = highest.get(key)
            if known is None or known.up_to.rank < grant.up_to.rank:
                highest[key] = grant
    return tuple(highest.values())


def grants_of_one(verlening: Verlening) -> list[Grant]:
    """The rights of one: for its type, up to its level. Decisions have no level in the norm."""
    known = SCOPES[verlening.component]
    rights = dict.fromkeys(right for scope in verlening.scopes for right in known.get(scope, ()))
    is_typed = verlening.component in TYPED
    level = verlening.max_vertrouwelijkheid if is_typed else None
    type_naam = (verlening.type_naam or ANY_TYPE) if is_typed else ANY_TYPE
    catalogus = verlening.catalogus if is_typed else "*"
    return [
        Grant(right) if right in UNTYPED else Grant(right, type_naam, level or Vertrouwelijkheid.ZEER_GEHEIM, catalogus)
        for right in rights
    ]


def grants_of_all() -> tuple[Grant, ...]:
    """The rights of an application that has all authorisations."""
    return tuple(Grant(right) for right in all_rights())
