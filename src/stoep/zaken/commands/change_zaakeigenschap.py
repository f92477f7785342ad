"""Change the value of a property of a zaak."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import change_part
from stoep.zaken.commands.register_zaakeigenschap import refuse_waarde
from stoep.zaken.commands.taking import take_part
from stoep.zaken.errors import WijzigenNotAllowed
from stoep.zaken.models import Zaakeigenschap


@whole
def change_zaakeigenschap(
    zaakeigenschap_id: UUID,
    *,
    zaak_id: UUID | None = None,
    eigenschap_id: UUID | None = None,
    waarde: str | None = None,
    actor: Actor,
) -> Zaakeigenschap:
    """Change the value; which property it is does not change."""
    zaak, row = take_part(Zaakeigenschap, zaakeigenschap_id, actor=actor)
    if zaak_id not in (None, zaak.pk):
        raise WijzigenNotAllowed(field="zaak")
    if eigenschap_id not in (None, row.eigenschap_id):
        raise WijzigenNotAllowed(field="eigenschap")
    if waarde is not None:
        refuse_waarde(row.eigenschap, waarde)
    change_part(zaak, "zaakeigenschap", row, {} if waarde is None else {"waarde": waarde}, label=row.naam, actor=actor)
    return row
