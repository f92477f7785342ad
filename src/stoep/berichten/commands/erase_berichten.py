"""Erase what was written to people about something, when it need not be kept any longer."""

from __future__ import annotations

from django.db import transaction

from stoep.berichten.models import Bericht, Verzendstatus
from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.toegang.actors import Actor

ERASED = "[gewist na de bewaartermijn]"


@transaction.atomic
def erase_berichten(*, subject: Ref, actor: Actor) -> int:
    """Erase recipients and words of all messages about it; that and when they were sent stays. Answers how many.

    A message that still waits is not sent any more.
    """
    actor.require("berichten.send")
    berichten = Bericht.objects.filter(betreft=str(subject)).exclude(ontvanger="")
    berichten.filter(status=Verzendstatus.TE_VERZENDEN).update(status=Verzendstatus.MISLUKT)
    number = berichten.update(ontvanger="", onderwerp=ERASED, tekst=ERASED, html="", fout="")
    if number:
        audit.record(actor, "berichten.erase", subject=subject, aantal=number)
    return number
