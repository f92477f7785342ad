"""Release a text, as it is or as somebody changed it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.buurt.commands.deciding import decide, take
from stoep.buurt.errors import TekstEmpty, TekstTooLong
from stoep.buurt.models import Beoordeling, Onderdeel, Vrijgave
from stoep.foundation.errors import NotFound
from stoep.toegang.actors import Actor

LONGEST = 3000


@transaction.atomic
def release_tekst(vrijgave_id: UUID, *, tekst: str, seen: str = "", actor: Actor) -> Vrijgave:
    """Show these words to everybody. What the reporter wrote stays in the report, unchanged."""
    vrijgave, _melding = take(vrijgave_id, seen=seen, actor=actor)
    if vrijgave.onderdeel != Onderdeel.TEKST:
        raise NotFound
    tekst = tekst.strip()
    if not tekst:
        raise TekstEmpty
    if len(tekst) > LONGEST:
        raise TekstTooLong(meest=LONGEST)
    vrijgave.tekst = tekst
    decide(vrijgave, Beoordeling.VRIJGEGEVEN, reden="", fields=["tekst"], actor=actor)
    return vrijgave
