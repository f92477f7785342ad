"""Take away that a contact or request is about a zaak."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import remove_part
from stoep.zaken.commands.taking import take_part
from stoep.zaken.models import Zaakcontactmoment, Zaakverzoek


@whole
def remove_zaakcontactmoment(relatie_id: UUID, *, actor: Actor) -> None:
    """Remove the relation to a contact."""
    zaak, row = take_part(Zaakcontactmoment, relatie_id, actor=actor)
    remove_part(zaak, "zaakcontactmoment", row, actor=actor)


@whole
def remove_zaakverzoek(relatie_id: UUID, *, actor: Actor) -> None:
    """Remove the relation to a request."""
    zaak, row = take_part(Zaakverzoek, relatie_id, actor=actor)
    remove_part(zaak, "zaakverzoek", row, actor=actor)
