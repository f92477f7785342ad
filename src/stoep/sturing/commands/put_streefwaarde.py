"""Set what the municipality aims at."""

from __future__ import annotations

from django.db import transaction

from stoep.foundation import audit
from stoep.sturing.errors import StreefwaardeInvalid
from stoep.sturing.models import Streefwaarde
from stoep.sturing.rules.indicatoren import OP_CODE
from stoep.toegang.actors import Actor

MOST = 100


@transaction.atomic
def put_streefwaarde(*, indicator: str, procent: int | None, actor: Actor) -> None:
    """Set the target of an indicator, in percent; None takes it away."""
    actor.require("sturing.manage")
    known = OP_CODE.get(indicator)
    if known is None or not known.has_streefwaarde:
        raise StreefwaardeInvalid(uitleg="voor dit cijfer is er geen.", field="indicator")
    if procent is not None and not 1 <= procent <= MOST:
        raise StreefwaardeInvalid(uitleg="vul een getal van 1 tot en met 100 in.", field=indicator)
    before = Streefwaarde.objects.filter(indicator=indicator).first()
    if procent is None:
        if before is not None:
            audit.record(actor, "sturing.put_streefwaarde", subject=before.ref, indicator=indicator)
            before.delete()
        return
    if before is None or before.procent != procent:
        row, _ = Streefwaarde.objects.update_or_create(indicator=indicator, defaults={"procent": procent})
        audit.record(actor, "sturing.put_streefwaarde", subject=row.ref, indicator=indicator, procent=procent)
