"""Reading the knowledge base."""

from __future__ import annotations

from datetime import datetime

from stoep.foundation.errors import NotFound
from stoep.kennisbank.models import Kanaal, Mededeling, MededelingQuerySet
from stoep.toegang.actors import Actor


def current_mededelingen(kanaal: Kanaal, on: datetime, *, gebied: str | None = None) -> list[Mededeling]:
    """Notices for a channel at a moment, newest first; with `gebied` only those of that area or of everywhere."""
    found = Mededeling.objects.current(on).on(kanaal)
    return [item for item in found if gebied is None or not item.gebieden or gebied in item.gebieden]


def list_mededelingen(actor: Actor) -> MededelingQuerySet:
    """All notices, for the editor. Raises NotAllowed."""
    actor.require("kennisbank.edit")
    return Mededeling.objects.all()


def get_mededeling(mededeling_id: str, actor: Actor) -> Mededeling:
    """One notice, for the editor. Raises NotFound, also when it may not be seen."""
    if not actor.may("kennisbank.edit"):
        raise NotFound
    return Mededeling.objects.one(mededeling_id)
