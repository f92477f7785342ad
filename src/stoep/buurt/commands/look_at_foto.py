"""Look at a photo for faces and number plates, before a person does."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.db import transaction

from stoep.buurt.models import Beoordeling, Vrijgave
from stoep.buurt.ports import fotokijker
from stoep.foundation import clock, storage
from stoep.foundation.errors import Rejected

MOST = 40


def look_at_foto(vrijgave_id: UUID) -> None:
    """Store what was seen. A photo that cannot be looked at says so: then the person looks without help.

    Looking happens outside the transaction: it takes a second, and nobody waits for it.
    """
    vrijgave = Vrijgave.objects.filter(pk=vrijgave_id, beoordeling=Beoordeling.OPEN).first()
    if vrijgave is None:
        return
    failed, seen = False, []
    try:
        with storage.open_stored(vrijgave.bron) as file:
            data = file.read()
        seen = [asdict(one) for one in fotokijker().look(data)][:MOST]
    except (Rejected, storage.NotStored):
        failed = True
    with transaction.atomic():
        row = Vrijgave.objects.locked(vrijgave_id)
        row.aanwijzingen, row.kon_niet_kijken, row.gekeken_op = seen, failed, clock.now()
        row.save(update_fields=["aanwijzingen", "kon_niet_kijken", "gekeken_op"])
