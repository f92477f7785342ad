"""Let the term of a zaak stand still."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import audit, clock, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.errors import AlreadySuspended, RedenMissing, SuspensionNotPossible
from stoep.zaken.events import ZaakSuspended
from stoep.zaken.models import Zaak


@whole
def suspend_zaak(zaak_id: UUID, *, reden: str, actor: Actor) -> Zaak:
    """Suspend, for instance until the applicant completes the application (Awb 4:15)."""
    zaak = take_open_zaak(zaak_id, "zaken.suspend", actor=actor)
    if not zaak.zaaktype.opschorting_en_aanhouding_mogelijk:
        raise SuspensionNotPossible(zaaktype=zaak.zaaktype.omschrijving)
    if zaak.is_suspended:
        raise AlreadySuspended(identificatie=zaak.identificatie)
    if not reden.strip():
        raise RedenMissing
    zaak.opschorting_indicatie = True
    zaak.opschorting_reden = reden.strip()[:200]
    zaak.opgeschort_op = clock.today()
    store_changes(zaak, ["opschorting_indicatie", "opschorting_reden", "opgeschort_op"])
    write_gebeurtenis(zaak, "opgeschort", actor=actor, tekst=reden)
    audit.record(actor, "zaken.suspend", subject=zaak.ref)
    outbox.publish(ZaakSuspended(zaak_id=zaak.pk))
    return zaak
