"""Which values of a zaak go together (zrc-013, 014, 015, 022). Pure.

Each rule answers why something cannot be, with the code that the norm has for it, or None.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Bezwaar(StrEnum):
    """Why values cannot stand together."""

    SELF = "self-forbidden"
    DEELZAAK = "deelzaak-als-hoofdzaak"
    BETALING = "betaling-nvt"
    FUTURE = "future_not_allowed"
    PRODUCTEN = "invalid-products-services"
    DOCUMENTS = "documents-not-archived"
    NOMINATIE = "archiefnominatie-not-set"
    ACTIEDATUM = "archiefactiedatum-not-set"


@dataclass(frozen=True, slots=True)
class Hoofdzaak:
    """The zaak of which another becomes a part, as far as this rule cares."""

    id: UUID
    is_deelzaak: bool


def object_to_hoofdzaak(zaak_id: UUID | None, hoofdzaak: Hoofdzaak, *, has_deelzaken: bool) -> Bezwaar | None:
    """A zaak is no part of itself, and there is one level of parts (zrc-013)."""
    if hoofdzaak.id == zaak_id:
        return Bezwaar.SELF
    if hoofdzaak.is_deelzaak or has_deelzaken:
        return Bezwaar.DEELZAAK
    return None


def object_to_betaling(indicatie: str, laatste_betaaldatum: datetime | None, now: datetime) -> Bezwaar | None:
    """What costs nothing was never paid, and nothing was paid in the future (zrc-014)."""
    if laatste_betaaldatum is None:
        return None
    if indicatie == "nvt":
        return Bezwaar.BETALING
    return Bezwaar.FUTURE if laatste_betaaldatum > now else None


def object_to_producten(gekozen: Collection[str], van_zaaktype: Collection[str]) -> Bezwaar | None:
    """The products of a zaak are among those of its zaaktype (zrc-015)."""
    return None if set(gekozen) <= set(van_zaaktype) else Bezwaar.PRODUCTEN


def object_to_archiefstatus(
    status: str, *, nominatie: str, actiedatum: date | None, documents_archived: bool
) -> Bezwaar | None:
    """A dossier goes to the archive with all its documents, and only when it is known what happens then (zrc-022)."""
    if status in ("", "nog_te_archiveren"):
        return None
    if not documents_archived:
        return Bezwaar.DOCUMENTS
    if not nominatie:
        return Bezwaar.NOMINATIE
    return None if actiedatum else Bezwaar.ACTIEDATUM
