"""Writing the history that people read, in the transaction of what happened."""

from __future__ import annotations

from collections.abc import Mapping

from stoep.foundation import clock
from stoep.toegang.actors import Actor
from stoep.zaken.models import Gebeurtenis, Zaak


def write_gebeurtenis(
    zaak: Zaak,
    soort: str,
    *,
    actor: Actor,
    tekst: str = "",
    waarden: Mapping[str, str | int | None] | None = None,
    regel: str = "",
    waarom: str = "",
) -> Gebeurtenis:
    """Add a line: who did what, and for an automatic step which rule decided and why."""
    gebeurtenis = Gebeurtenis(
        zaak=zaak,
        moment=clock.now(),
        soort=soort,
        wie=str(actor.ref),
        wie_naam=actor.name,
        tekst=tekst,
        waarden=dict(waarden or {}),
        regel=regel,
        waarom=waarom,
    )
    gebeurtenis.save(force_insert=True)
    return gebeurtenis
