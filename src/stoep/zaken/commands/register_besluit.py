"""Register a decision that was taken, in a zaak or by itself."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from stoep.catalogi.models import Besluittype
from stoep.foundation import clock, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.besluiten import Besluitvelden, number, refuse_days, refuse_type, tell_zaak, write_trail
from stoep.zaken.commands.parts import values_of
from stoep.zaken.commands.taking import lock_zaak
from stoep.zaken.events import BesluitRecorded
from stoep.zaken.models import Besluit


@whole
def register_besluit(
    *,
    besluittype_id: UUID,
    verantwoordelijke_organisatie: str,
    identificatie: str = "",
    zaak_id: UUID | None = None,
    actor: Actor,
    **velden: Unpack[Besluitvelden],
) -> Besluit:
    """Register as another system tells it: number given or made (brc-002), type allowed in the zaak (brc-001, brc-007).

    A closed zaak may still get a decision: its archive is decided anew (brc-006, zrc-021).
    """
    velden.setdefault("datum", clock.today())
    besluittype: Besluittype = Besluittype.objects.one(besluittype_id)
    besluit = Besluit(
        besluittype=besluittype,
        verantwoordelijke_organisatie=verantwoordelijke_organisatie,
        identificatie=identificatie,
        zaak_id=zaak_id,
        **velden,
    )
    actor.require("besluiten.create", besluit)
    zaak = lock_zaak(zaak_id) if zaak_id else None
    refuse_type(besluittype, besluit.datum, zaak)
    refuse_days(besluit)
    number(besluit)
    besluit.save(force_insert=True)
    tell_zaak(zaak, besluit, "create", actor=actor)
    write_trail(besluit, "zaken.create_besluit", old={}, new=values_of(besluit), actor=actor)
    outbox.publish(BesluitRecorded(besluit_id=besluit.pk, zaak_id=zaak_id))
    return besluit
