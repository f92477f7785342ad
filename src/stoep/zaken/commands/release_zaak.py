"""Give a zaak back: it is of nobody again."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.assign_zaak import replace_rol
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.events import ZaakAssigned
from stoep.zaken.models import Zaak


@whole
def release_zaak(zaak_id: UUID, *, reden: str = "", actor: Actor) -> Zaak:
    """Take away behandelaar and group. A zaak of nobody stays as it is."""
    zaak = take_open_zaak(zaak_id, "zaken.assign", actor=actor)
    if zaak.behandelaar_id is None and zaak.groep_id is None:
        return zaak
    zaak.behandelaar = zaak.groep = None
    store_changes(zaak, ["behandelaar", "groep"])
    replace_rol(zaak, None, None)
    write_gebeurtenis(zaak, "vrijgegeven", actor=actor, tekst=reden)
    audit.record(actor, "zaken.release", subject=zaak.ref)
    outbox.publish(ZaakAssigned(zaak_id=zaak.pk, medewerker_id=None, groep_id=None, is_automatic=False))
    return zaak
