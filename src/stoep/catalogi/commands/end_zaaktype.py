"""End the validity of a version of a zaaktype, so that the next can follow."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from stoep.catalogi.commands.change_type import change_zaaktype
from stoep.catalogi.models import Zaaktype
from stoep.toegang.actors import Actor


def end_zaaktype(zaaktype_id: UUID, *, einde_geldigheid: date, actor: Actor) -> Zaaktype:
    """Set the last day of validity: the one change that a published version allows (ztc-009)."""
    return change_zaaktype(zaaktype_id, einde_geldigheid=einde_geldigheid, actor=actor)
