"""Change what is said of a decision."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from stoep.foundation import outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.besluiten import Besluitvelden, refuse_days, take_besluit, tell_zaak, write_trail
from stoep.zaken.commands.parts import values_of
from stoep.zaken.errors import WijzigenNotAllowed
from stoep.zaken.events import BesluitChanged
from stoep.zaken.models import Besluit


@whole
def change_besluit(
    besluit_id: UUID, *, fixed: dict[str, object] | None = None, actor: Actor, **velden: Unpack[Besluitvelden]
) -> Besluit:
    """Change the fields that were given. `fixed` is what does not change: type, number, organisation and zaak.

    Those may be told again, as in a PUT, but not otherwise (brc-001, brc-002, brc-006).
    """
    besluit, zaak = take_besluit(besluit_id, "besluiten.change", actor=actor)
    for name, value in (fixed or {}).items():
        if getattr(besluit, name) != value:
            raise WijzigenNotAllowed(field=name.removesuffix("_id"))
    old = values_of(besluit)
    for name, value in velden.items():
        setattr(besluit, name, value)
    refuse_days(besluit)
    besluit.save(update_fields=list(velden))
    tell_zaak(zaak, besluit, "update", actor=actor)
    write_trail(besluit, "zaken.update_besluit", old=old, new=values_of(besluit), actor=actor)
    outbox.publish(BesluitChanged(besluit_id=besluit.pk, zaak_id=besluit.zaak_id, onderdeel_id=besluit.pk))
    return besluit
