"""Make a zaak a deelzaak of another, or independent again."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.toegang.actors import Actor
from stoep.zaken.commands.open_zaak import take_hoofdzaak
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.errors import DeelzaakAsHoofdzaak
from stoep.zaken.events import ZaakChanged
from stoep.zaken.models import Zaak


@transaction.atomic
def set_hoofdzaak(zaak_id: UUID, *, hoofdzaak_id: UUID | None, actor: Actor) -> Zaak:
    """Set or clear the hoofdzaak. A deelzaak has no deelzaken (zrc-013), so a zaak that has them cannot become one."""
    zaak = take_open_zaak(zaak_id, "zaken.set_status", actor=actor)
    if zaak.hoofdzaak_id == hoofdzaak_id:
        return zaak
    hoofdzaak = take_hoofdzaak(hoofdzaak_id) if hoofdzaak_id else None
    if hoofdzaak is not None and (hoofdzaak.pk == zaak.pk or zaak.deelzaken.exists()):
        raise DeelzaakAsHoofdzaak(identificatie=zaak.identificatie)
    zaak.hoofdzaak = hoofdzaak
    store_changes(zaak, ["hoofdzaak"])
    audit.record(actor, "zaken.set_hoofdzaak", subject=zaak.ref)
    outbox.publish(ZaakChanged(zaak_id=zaak.pk, wat="zaak", onderdeel_id=zaak.pk))
    return zaak
