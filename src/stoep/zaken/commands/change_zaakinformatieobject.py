"""Change what a document is in a zaak."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import change_part
from stoep.zaken.commands.register_zaakinformatieobject import refuse_status
from stoep.zaken.commands.taking import take_part
from stoep.zaken.errors import WijzigenNotAllowed
from stoep.zaken.models import Zaakinformatieobject


@whole
def change_zaakinformatieobject(
    relatie_id: UUID,
    *,
    zaak_id: UUID | None = None,
    informatieobject_id: UUID | None = None,
    actor: Actor,
    **changes: Any,
) -> Zaakinformatieobject:
    """Change title, description and the like; zaak and document stay (zrc-004)."""
    zaak, row = take_part(Zaakinformatieobject, relatie_id, actor=actor)
    if zaak_id not in (None, zaak.pk):
        raise WijzigenNotAllowed(field="zaak")
    if informatieobject_id not in (None, row.informatieobject_id):
        raise WijzigenNotAllowed(field="informatieobject")
    refuse_status(zaak, changes.get("status_id"))
    change_part(zaak, "zaakinformatieobject", row, changes, label=row.titel, actor=actor)
    return row
