"""Which status may follow which. Pure.

The norm lets a zaak go back to an earlier phase: a repair that fails is in progress again. What it
does not allow is an end without result, or any step after the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Fase:
    """A statustype, as far as this rule cares."""

    id: UUID
    zaaktype_id: UUID
    is_eindstatus: bool


class Bezwaar(StrEnum):
    """Why a status cannot be set."""

    OTHER_ZAAKTYPE = "zaaktype-mismatch"
    CLOSED = "closed"
    SAME = "same"
    NEEDS_RESULTAAT = "needs-resultaat"


def find_objection(
    new: Fase, *, zaaktype_id: UUID, current_id: UUID | None, is_closed: bool, has_resultaat: bool
) -> Bezwaar | None:
    """The reason why this status cannot be set now; None when it can."""
    if new.zaaktype_id != zaaktype_id:
        return Bezwaar.OTHER_ZAAKTYPE
    if is_closed:
        return Bezwaar.CLOSED
    if new.id == current_id:
        return Bezwaar.SAME
    if new.is_eindstatus and not has_resultaat:
        return Bezwaar.NEEDS_RESULTAAT
    return None
