"""Ask the reporter something."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.meldingen.commands.pause_norm import NORM_FIELDS, pause_norm
from stoep.meldingen.commands.set_phase import set_phase
from stoep.meldingen.commands.take_melding import take_for
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import MelderUnknown, TekstMissing
from stoep.meldingen.events import MelderAsked
from stoep.meldingen.models import Handeling
from stoep.meldingen.queries import answer_until
from stoep.meldingen.rules.statussen import Daad, Stand
from stoep.toegang.actors import Actor


@transaction.atomic
def ask_melder(melding_id: UUID, *, tekst: str, onderwerp: str = "", versie: int | None = None, actor: Actor) -> None:
    """Send a question by mail and wait for the answer: the status becomes Reactie gevraagd, the norm stands still.

    A link of an earlier question stops working.
    """
    melding = take_for(melding_id, Daad.VRAGEN, versie=versie, actor=actor)
    if not melding.wil_bericht:
        raise MelderUnknown
    if not tekst.strip():
        raise TekstMissing
    check_tekst(tekst)
    tell_melder(melding, handeling=Handeling.VRAAG, tekst=tekst, onderwerp=onderwerp, actor=actor)
    melding.vraag = tekst
    melding.vragen_gesteld += 1
    pause_norm(melding, tot=answer_until(), actor=actor)
    melding.save(update_fields=["vragen_gesteld", *NORM_FIELDS])
    set_phase(melding, Stand.REACTIE_GEVRAAGD, tekst=tekst, actor=actor)
    audit.record(actor, "meldingen.ask", subject=melding.ref)
    outbox.publish(MelderAsked(melding_id=melding.pk, zaak_id=melding.zaak_id))
