"""Handle a report: say what was done, show it, and close its zaak."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.meldingen.commands.attach_fotos import Foto, attach_fotos
from stoep.meldingen.commands.end_melding import Einde, end_melding
from stoep.meldingen.commands.take_melding import take_for
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import TekstMissing
from stoep.meldingen.models import FotoSoort, Handeling
from stoep.meldingen.rules.statussen import Daad
from stoep.toegang.actors import Actor


@transaction.atomic
def resolve_melding(
    melding_id: UUID,
    *,
    tekst: str,
    foto: Foto | None = None,
    uitkomst: Handeling | str = Handeling.OPGELOST,
    onderwerp: str = "",
    versie: int | None = None,
    actor: Actor,
) -> None:
    """Close the report with a text for the reporter and, when there is one, a photo of the repair.

    Its parts close with it; with very many the worker goes on (`end_melding`), and the report itself closes last.
    """
    melding = take_for(melding_id, Daad.AFHANDELEN, versie=versie, actor=actor)
    uitkomst = Handeling(uitkomst)
    if not tekst.strip():
        raise TekstMissing
    check_tekst(tekst)
    attach_fotos(melding, fotos=[foto] if foto else [], soort=FotoSoort.HERSTEL, auteur=actor.name, actor=actor)
    end_melding(melding, Einde(uitkomst.value, tekst, onderwerp), actor=actor)
