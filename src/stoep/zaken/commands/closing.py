"""The end of a zaak: the part that closing and setting the eindstatus share."""

from __future__ import annotations

from datetime import datetime

from stoep.catalogi.models import Resultaattype, Statustype
from stoep.foundation import audit, clock, outbox
from stoep.toegang.actors import Actor
from stoep.zaken.commands.archiving import ARCHIVE_FIELDS, decide_for, decide_for_followers
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.statuses import add_status
from stoep.zaken.commands.taking import store_changes
from stoep.zaken.errors import DeelzakenStillOpen, GebruiksrechtUnknown
from stoep.zaken.events import ZaakClosed, ZaakStatusSet
from stoep.zaken.models import Status, Zaak


def finish(
    zaak: Zaak,
    eindstatus: Statustype,
    resultaattype: Resultaattype,
    *,
    toelichting: str = "",
    moment: datetime | None = None,
    gezetdoor: str = "",
    actor: Actor,
) -> Status:
    """Close a zaak that is locked and has its resultaat: einddatum, eindstatus, archive, history, events.

    `moment` and `gezetdoor` are when and by which rol another system says that it ended; otherwise now, by the actor.
    """
    refuse_unfinished(zaak)
    status = add_status(zaak, eindstatus, toelichting=toelichting, moment=moment, gezetdoor=gezetdoor, actor=actor)
    zaak.einddatum = max(status.datum_status_gezet.astimezone(clock.AMSTERDAM).date(), zaak.startdatum)
    if zaak.opschorting_indicatie:
        zaak.opschorting_indicatie, zaak.opschorting_eerdere, zaak.opgeschort_op = False, True, None
    decide_for(zaak, resultaattype)
    store_changes(zaak, ENDING_FIELDS)
    decide_for_followers(zaak)
    write_gebeurtenis(
        zaak,
        "afgesloten",
        actor=actor,
        tekst=toelichting,
        waarden={"resultaat": resultaattype.omschrijving, "status": eindstatus.omschrijving},
    )
    audit.record(actor, "zaken.close", subject=zaak.ref)
    outbox.publish(
        ZaakStatusSet(
            zaak_id=zaak.pk,
            statustype_id=eindstatus.pk,
            volgnummer=eindstatus.volgnummer,
            informeren=eindstatus.informeren,
            status_id=status.pk,
        )
    )
    outbox.publish(ZaakClosed(zaak_id=zaak.pk, resultaattype_id=resultaattype.pk, einddatum=zaak.einddatum))
    return status


ENDING_FIELDS = (
    "statustype",
    "status_gezet_op",
    "einddatum",
    "opschorting_indicatie",
    "opschorting_eerdere",
    "opgeschort_op",
    *ARCHIVE_FIELDS,
)


def refuse_unfinished(zaak: Zaak) -> None:
    """Refuse while a deelzaak is open or it is unknown whether a document has rights of use (zrc-007)."""
    if Zaak.objects.open().filter(hoofdzaak=zaak).exists():
        raise DeelzakenStillOpen(identificatie=zaak.identificatie)
    if zaak.zaakinformatieobjecten.filter(informatieobject__indicatie_gebruiksrecht__isnull=True).exists():
        raise GebruiksrechtUnknown(identificatie=zaak.identificatie)
