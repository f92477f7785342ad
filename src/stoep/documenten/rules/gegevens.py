"""What may be said about a document (drc-005, drc-006).

Pure functions: a table of what goes together.
"""

from __future__ import annotations

from enum import Enum


class Bezwaar(Enum):
    """Why something may not be said."""

    NOT_FINISHED = "invalid_for_received"
    RIGHTS_MISSING = "missing-gebruiksrechten"
    RIGHTS_EXIST = "existing-gebruiksrechten"


UNFINISHED = ("in_bewerking", "ter_vaststelling")


def object_to_status(status: str, *, is_received: bool) -> Bezwaar | None:
    """A document that was received is finished: nobody here is still writing it (drc-005)."""
    return Bezwaar.NOT_FINISHED if is_received and status in UNFINISHED else None


def object_to_indicatie(indicatie: bool | None, *, has_rights: bool) -> Bezwaar | None:
    """Whether rights of use apply follows from whether there are any (drc-006).

    No by hand (false) or not known yet (null) as long as there are none; yes (true) only because there are.
    """
    if indicatie is True and not has_rights:
        return Bezwaar.RIGHTS_MISSING
    if indicatie is not True and has_rights:
        return Bezwaar.RIGHTS_EXIST
    return None


def decide_indicatie(*, has_rights: bool) -> bool | None:
    """What the indication becomes when rights of use are added or removed (drc-006)."""
    return True if has_rights else None
