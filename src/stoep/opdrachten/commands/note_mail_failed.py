"""A mail about an order did not go out: somebody must call the contractor."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.opdrachten.commands.history import write_line
from stoep.opdrachten.models import Opdracht
from stoep.toegang.actors import SYSTEM


@transaction.atomic
def note_mail_failed(opdracht_id: UUID) -> None:
    """Mark an order that runs; it waits for us now. An order that is gone or done asks nothing."""
    opdracht = (
        Opdracht.objects.select_related("opdrachtnemer", "melding")
        .select_for_update(of=("self",))
        .filter(pk=opdracht_id)
        .first()
    )
    if opdracht is None or not opdracht.is_open or opdracht.mail_mislukt:
        return
    opdracht.mail_mislukt = opdracht.wacht_op_ons = True
    opdracht.save(update_fields=["mail_mislukt", "wacht_op_ons"])
    write_line(opdracht, "mail_mislukt", actor=SYSTEM, van_ons=True)
