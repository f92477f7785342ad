"""Add a line to the history of a zaak, on behalf of a domain above."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.models import Gebeurtenis, Zaak


@whole
def record_gebeurtenis(
    zaak_id: UUID,
    *,
    soort: str,
    tekst: str = "",
    waarden: Mapping[str, str | int | None] | None = None,
    regel: str = "",
    waarom: str = "",
    actor: Actor,
) -> Gebeurtenis:
    """Record what a higher domain did. That domain has checked its own right; ours to see the zaak stays.

    A resident acts through the domain that knows whose zaak it is.
    """
    zaak: Zaak = Zaak.objects.for_writing().one(zaak_id)
    if actor.account_id is not None:
        actor.require("zaken.read", zaak)
    return write_gebeurtenis(zaak, soort, actor=actor, tekst=tekst, waarden=waarden, regel=regel, waarom=waarom)
