"""Note the day on which somebody outside comes to do the work."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.meldingen.commands.take_melding import take_melding
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import PlanInPast
from stoep.meldingen.events import MeldingPlanned
from stoep.meldingen.models import Handeling
from stoep.toegang.actors import Actor


@transaction.atomic
def note_extern_day(melding_id: UUID, *, dag: date, tekst: str = "", onderwerp: str = "", actor: Actor) -> None:
    """The report stays with the contractor, but has a day now; tell the reporter when there is a text for it."""
    melding = take_melding(melding_id, right="zaken.set_status", actor=actor)
    if dag < clock.today():
        raise PlanInPast
    check_tekst(tekst)
    melding.gepland_op = dag
    melding.save(update_fields=["gepland_op"])
    if tekst.strip():
        tell_melder(melding, handeling=Handeling.INGEPLAND, tekst=tekst, onderwerp=onderwerp, actor=actor)
    audit.record(actor, "meldingen.note_extern_day", subject=melding.ref)
    outbox.publish(MeldingPlanned(melding_id=melding.pk, zaak_id=melding.zaak_id))
