"""Hold a text or photo back, or withdraw what was released."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.buurt.commands.deciding import decide, take
from stoep.buurt.errors import NotReleased, RedenMissing
from stoep.buurt.models import Beoordeling, Vrijgave
from stoep.toegang.actors import Actor


@transaction.atomic
def hold_back(vrijgave_id: UUID, *, reden: str, seen: str = "", actor: Actor) -> Vrijgave:
    """Keep it within the house, for a reason."""
    vrijgave, _melding = take(vrijgave_id, seen=seen, actor=actor)
    if not reden.strip():
        raise RedenMissing
    decide(vrijgave, Beoordeling.ACHTERGEHOUDEN, reden=reden.strip(), fields=[], actor=actor)
    return vrijgave


@transaction.atomic
def withdraw(vrijgave_id: UUID, *, reden: str, actor: Actor) -> Vrijgave:
    """Take it off the map at once. Nobody sees it any more, whoever has its address included."""
    vrijgave, _melding = take(vrijgave_id, seen="", actor=actor)
    if not vrijgave.is_released:
        raise NotReleased
    if not reden.strip():
        raise RedenMissing
    decide(vrijgave, Beoordeling.INGETROKKEN, reden=reden.strip(), fields=[], actor=actor)
    return vrijgave
