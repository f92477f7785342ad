"""Cancel a report: it need not be handled."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.meldingen.commands.end_melding import Einde, end_melding
from stoep.meldingen.commands.take_melding import take_for
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import RedenMissing
from stoep.meldingen.models import GEANNULEERD
from stoep.meldingen.rules.statussen import Daad
from stoep.toegang.actors import Actor


@transaction.atomic
def cancel_melding(
    melding_id: UUID, *, reden: str, tekst: str = "", onderwerp: str = "", versie: int | None = None, actor: Actor
) -> None:
    """Cancel: withdrawn, a mistake, or no report at all. `reden` is for colleagues; `tekst` goes to the reporter."""
    melding = take_for(melding_id, Daad.ANNULEREN, versie=versie, actor=actor)
    if not reden.strip():
        raise RedenMissing(field="reden")
    check_tekst(tekst)
    end_melding(melding, Einde(GEANNULEERD, tekst, onderwerp, reden), actor=actor)
