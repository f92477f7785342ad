"""Destroy a decision."""

from __future__ import annotations

from uuid import UUID

from stoep.documenten.commands import unrelate_object
from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.besluiten import take_besluit, tell_zaak
from stoep.zaken.events import BesluitDestroyed
from stoep.zaken.models import Besluit


@whole
def destroy_besluit(besluit_id: UUID, *, actor: Actor) -> None:
    """Destroy it with its relations to documents, which stay (brc-009). The archive of its zaak is decided anew."""
    besluit, zaak = take_besluit(besluit_id, "besluiten.destroy", actor=actor)
    audit.destroy_trail(besluit.ref)
    unrelate_object(soort="besluit", object_id=besluit.pk)
    Besluit.objects.filter(pk=besluit.pk).delete()
    tell_zaak(zaak, besluit, "destroy", actor=actor)
    audit.record(actor, "zaken.destroy_besluit", subject=besluit.ref)
    outbox.publish(
        BesluitDestroyed(
            besluit_id=besluit.pk,
            zaak_id=besluit.zaak_id,
            verantwoordelijke_organisatie=besluit.verantwoordelijke_organisatie,
            besluittype_id=besluit.besluittype_id,
        )
    )
