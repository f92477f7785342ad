"""Let a zaak go before other work, or not any more."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.models import Voorrang, Zaak


@transaction.atomic
def prioritise_zaak(zaak_id: UUID, *, spoed: bool, actor: Actor) -> Zaak:
    """Give a zaak precedence in every list of work, or take it away. The same again changes nothing."""
    zaak = take_open_zaak(zaak_id, "zaken.set_status", actor=actor)
    wanted = Voorrang.SPOED if spoed else Voorrang.GEWOON
    if zaak.voorrang == wanted:
        return zaak
    zaak.voorrang = wanted
    store_changes(zaak, ["voorrang"])
    audit.record(actor, "zaken.prioritise", subject=zaak.ref)
    return zaak
