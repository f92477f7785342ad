"""Change how an object is related to a zaak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import change_part
from stoep.zaken.commands.register_zaakobject import refuse_zaakobjecttype
from stoep.zaken.commands.taking import take_part
from stoep.zaken.errors import WijzigenNotAllowed
from stoep.zaken.models import Zaakobject

FIXED = ("object", "object_type", "object_type_overige")


@whole
def change_zaakobject(zaakobject_id: UUID, *, zaak_id: UUID | None = None, actor: Actor, **changes: Any) -> Zaakobject:
    """Change the words of the relation and what identifies the object; which object it is does not change."""
    zaak, zaakobject = take_part(Zaakobject, zaakobject_id, actor=actor)
    if zaak_id not in (None, zaak.pk):
        raise WijzigenNotAllowed(field="zaak")
    for name in FIXED:
        if name in changes and changes[name] != getattr(zaakobject, name):
            raise WijzigenNotAllowed(field=name)
    if changes.get("zaakobjecttype_id") is not None:
        refuse_zaakobjecttype(zaak, changes["zaakobjecttype_id"])
    for name in ("object_identificatie", "object_type_overige_definitie"):
        if isinstance(changes.get(name), Mapping):
            changes[name] = dict(changes[name])
    change_part(zaak, "zaakobject", zaakobject, changes, actor=actor)
    return zaakobject
