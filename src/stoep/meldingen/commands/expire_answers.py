"""Go on with reports whose reporter did not answer in time."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.meldingen.commands.pause_norm import NORM_FIELDS, end_question
from stoep.meldingen.commands.set_phase import set_phase
from stoep.meldingen.commands.take_melding import with_all
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.events import MelderAnswerExpired
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.rules.statussen import Stand
from stoep.toegang.actors import SYSTEM
from stoep.zaken.commands import add_notitie

AT_ONCE = 500
NOTE = "De melder heeft niet op tijd geantwoord. U kunt verder zonder antwoord, of de vraag nog eens stellen."


def expire_answers() -> int:
    """Let each question whose day is over end without an answer. Answers how many."""
    due = Melding.objects.filter(vraag_tot__lte=clock.now(), zaak__einddatum__isnull=True).order_by("vraag_tot")
    return sum(expire_answer(melding_id) for melding_id in list(due.values_list("pk", flat=True)[:AT_ONCE]))


@transaction.atomic
def expire_answer(melding_id: UUID) -> bool:
    """Go on with one report: a note for the handler, a friendly mail to the reporter. False when there is no need."""
    melding = with_all(Melding.objects.filter(pk=melding_id)).select_for_update(of=("self",), skip_locked=True).first()
    if melding is None or not melding.vraag or melding.vraag_tot is None or melding.vraag_tot > clock.now():
        return False
    end_question(melding, actor=SYSTEM)
    melding.antwoord_op = clock.now()
    melding.save(update_fields=NORM_FIELDS)
    set_phase(melding, Stand.REACTIE_ONTVANGEN, actor=SYSTEM)
    add_notitie(melding.zaak_id, tekst=NOTE, actor=SYSTEM)
    tell_melder(melding, handeling=Handeling.GEEN_REACTIE, actor=SYSTEM)
    audit.record(SYSTEM, "meldingen.expire_answer", subject=melding.ref)
    outbox.publish(MelderAnswerExpired(melding_id=melding.pk, zaak_id=melding.zaak_id))
    return True
