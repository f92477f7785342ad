"""Take a report on: it becomes mine, and the reporter sees that somebody works on it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.errors import NotAllowed
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.commands.set_phase import set_phase
from stoep.meldingen.commands.take_melding import take_melding
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.errors import MeldingAlreadyTaken
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.rules.tijdlijn import IN_BEHANDELING
from stoep.organisatie.models import Medewerker
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.zaken.commands import assign_zaak


@transaction.atomic
def accept_melding(melding_id: UUID, *, bericht: bool = False, versie: int | None = None, actor: Actor) -> None:
    """Take the report on. `bericht`: also tell the reporter by mail."""
    melding = take_melding(melding_id, right="zaken.set_status", versie=versie, actor=actor)
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
    set_phase(melding, IN_BEHANDELING, actor=actor)
    audit.record(actor, "meldingen.accept", subject=melding.ref)
    if bericht:
        tell_melder(melding, handeling=Handeling.IN_BEHANDELING, actor=actor)


def refuse_when_taken(melding: Melding, medewerker: Medewerker) -> None:
    """Refuse when a colleague has taken it on; a report that is merely assigned may be taken over."""
    phase, behandelaar = melding.zaak.statustype, melding.zaak.behandelaar
    is_taken = phase is not None and phase.omschrijving == IN_BEHANDELING
    if is_taken and behandelaar is not None and behandelaar.pk != medewerker.pk:
        raise MeldingAlreadyTaken(naam=behandelaar.naam)
