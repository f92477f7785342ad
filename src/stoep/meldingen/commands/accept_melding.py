"""Take a report on: it becomes mine, and the reporter sees that somebody works on it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.errors import NotAllowed
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.commands.pause_norm import NORM_FIELDS, end_question
from stoep.meldingen.commands.set_phase import set_phase
from stoep.meldingen.commands.take_melding import take_for
from stoep.meldingen.commands.tell_anderen import tell_anderen
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.errors import MeldingAlreadyTaken
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.rules.statussen import Daad, Stand
from stoep.organisatie.models import Medewerker
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.zaken.commands import assign_zaak


@transaction.atomic
def accept_melding(
    melding_id: UUID,
    *,
    bericht: bool = False,
    tekst: str = "",
    onderwerp: str = "",
    versie: int | None = None,
    actor: Actor,
) -> None:
    """Take the report on. `bericht`: also tell the reporter by mail, in these words or the standard ones."""
    melding = take_for(melding_id, Daad.OPPAKKEN, versie=versie, actor=actor)
    medewerker = medewerker_of(actor)
    if medewerker is None:
        raise NotAllowed(right="zaken.set_status")
    refuse_when_taken(melding, medewerker)
    if melding.zaak.behandelaar_id != medewerker.pk:
        assign_zaak(
            melding.zaak_id,
            medewerker_id=medewerker.pk,
            groep_id=melding.zaak.groep_id,
            reden="Zelf opgepakt",
            actor=able(actor, "zaken.assign"),
        )
    end_question(melding, actor=actor)
    melding.save(update_fields=NORM_FIELDS)
    set_phase(melding, Stand.IN_BEHANDELING, actor=actor)
    audit.record(actor, "meldingen.accept", subject=melding.ref)
    if bericht:
        tell_melder(melding, handeling=Handeling.IN_BEHANDELING, tekst=tekst, onderwerp=onderwerp, actor=actor)
        tell_anderen(melding, handeling=Handeling.IN_BEHANDELING, actor=actor)


def refuse_when_taken(melding: Melding, medewerker: Medewerker) -> None:
    """Refuse when a colleague has taken it on; a report that is merely assigned may be taken over."""
    behandelaar = melding.zaak.behandelaar
    is_taken = melding.stand in (Stand.IN_BEHANDELING, Stand.REACTIE_ONTVANGEN)
    if is_taken and behandelaar is not None and behandelaar.pk != medewerker.pk:
        raise MeldingAlreadyTaken(naam=behandelaar.naam)
