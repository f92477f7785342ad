"""Let the term of a zaak run again."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import audit, clock, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.errors import NotSuspended
from stoep.zaken.events import ZaakResumed
from stoep.zaken.models import Zaak
from stoep.zaken.rules.termijnen import Termijnen, resume


@whole
def resume_zaak(zaak_id: UUID, *, toelichting: str = "", actor: Actor) -> Zaak:
    """Resume: both terms move by the days that they stood still."""
    zaak = take_open_zaak(zaak_id, "zaken.suspend", actor=actor)
    if not zaak.is_suspended or zaak.opgeschort_op is None:
        raise NotSuspended(identificatie=zaak.identificatie)
    termijnen = resume(
        Termijnen(zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening),
        opgeschort_op=zaak.opgeschort_op,
        hervat_op=clock.today(),
    )
    zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening = termijnen.gepland, termijnen.uiterlijk
    zaak.opschorting_indicatie, zaak.opschorting_eerdere, zaak.opgeschort_op = False, True, None
    store_changes(
        zaak,
        [
            "einddatum_gepland",
            "uiterlijke_einddatum_afdoening",
            "opschorting_indicatie",
            "opschorting_eerdere",
            "opgeschort_op",
        ],
    )
    write_gebeurtenis(zaak, "hervat", actor=actor, tekst=toelichting)
    audit.record(actor, "zaken.resume", subject=zaak.ref)
    outbox.publish(ZaakResumed(zaak_id=zaak.pk))
    return zaak
