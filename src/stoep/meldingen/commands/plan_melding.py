"""Give the repair a day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.meldingen.commands.pause_norm import NORM_FIELDS, end_question
from stoep.meldingen.commands.set_phase import set_phase
from stoep.meldingen.commands.take_melding import take_for
from stoep.meldingen.commands.tell_anderen import tell_anderen
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import PlanInPast
from stoep.meldingen.events import MeldingPlanned
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.queries.samen import deelmeldingen
from stoep.meldingen.rules.statussen import Daad, Stand
from stoep.toegang.actors import Actor


@transaction.atomic
def plan_melding(
    melding_id: UUID, *, dag: date, tekst: str = "", onderwerp: str = "", versie: int | None = None, actor: Actor
) -> None:
    """Plan the repair for a day; tell the reporter when there is a text for it."""
    melding = take_for(melding_id, Daad.INPLANNEN, versie=versie, actor=actor)
    if dag < clock.today():
        raise PlanInPast
    check_tekst(tekst)
    melding.gepland_op = dag
    end_question(melding, actor=actor)
    melding.save(update_fields=["gepland_op", *NORM_FIELDS])
    Melding.objects.filter(pk__in=deelmeldingen(melding).open().values("pk")).update(gepland_op=dag)
    set_phase(melding, Stand.INGEPLAND, tekst=tekst, actor=actor)
    if tekst.strip():
        tell_melder(melding, handeling=Handeling.INGEPLAND, tekst=tekst, onderwerp=onderwerp, actor=actor)
        tell_anderen(melding, handeling=Handeling.INGEPLAND, tekst=tekst, onderwerp=onderwerp, actor=actor)
    audit.record(actor, "meldingen.plan", subject=melding.ref)
    outbox.publish(MeldingPlanned(melding_id=melding.pk, zaak_id=melding.zaak_id))
