"""Record what a zaak is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.events import ZaakChanged
from stoep.zaken.models import Zaakobject


@whole
def add_zaakobject(
    zaak_id: UUID,
    *,
    object_type: str,
    object_identificatie: Mapping[str, Any] | None = None,
    object_ref: str = "",
    object_type_overige: str = "",
    relatieomschrijving: str = "",
    actor: Actor,
) -> Zaakobject:
    """Add an object: its identifying fields, or a typed reference or address in `object_ref`."""
    zaak = take_open_zaak(zaak_id, "zaken.open", actor=actor)
    zaakobject = Zaakobject(
        zaak=zaak,
        object=object_ref,
        object_type=object_type,
        object_type_overige=object_type_overige,
        relatieomschrijving=relatieomschrijving[:80],
        object_identificatie=dict(object_identificatie or {}),
    )
    zaakobject.save(force_insert=True)
    store_changes(zaak)
    audit.record(actor, "zaken.add_zaakobject", subject=zaak.ref, objecttype=object_type)
    outbox.publish(ZaakChanged(zaak_id=zaak.pk, wat="zaakobject", onderdeel_id=zaakobject.pk, actie="create"))
    return zaakobject
