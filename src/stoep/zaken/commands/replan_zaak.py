"""Set the day on which a zaak should be ready."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.events import ZaakReplanned
from stoep.zaken.models import Zaak


@whole
def replan_zaak(zaak_id: UUID, *, geplande_einddatum: date, actor: Actor) -> Zaak:
    """Give a zaak another planned end, because it turned out to be work with another servicenorm.

    The day on which the law wants an answer stays: only `extend_zaak` and `suspend_zaak` move that one. The
    same day again changes nothing.
    """
    zaak = take_open_zaak(zaak_id, "zaken.set_status", actor=actor)
    if zaak.einddatum_gepland == geplande_einddatum:
        return zaak
    zaak.einddatum_gepland = geplande_einddatum
    store_changes(zaak, ["einddatum_gepland"])
    audit.record(actor, "zaken.replan", subject=zaak.ref)
    outbox.publish(ZaakReplanned(zaak_id=zaak.pk, gepland=geplande_einddatum))
    return zaak
