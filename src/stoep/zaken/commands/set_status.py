"""Put a zaak into a phase."""

from __future__ import annotations

from uuid import UUID

from stoep.catalogi.models import Statustype
from stoep.foundation import audit, outbox
from stoep.foundation.errors import DomainError
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.closing import finish
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.statuses import add_status
from stoep.zaken.commands.taking import store_changes, take_zaak
from stoep.zaken.errors import (
    EindstatusNeedsResultaat,
    StatusAlreadySet,
    StatusOfOtherZaaktype,
    StatusUnknown,
    ZaakAlreadyClosed,
)
from stoep.zaken.events import ZaakStatusSet
from stoep.zaken.models import Resultaat, Status, Zaak
from stoep.zaken.rules.statusovergangen import Bezwaar, Fase, find_objection

REFUSALS: dict[Bezwaar, type[DomainError]] = {
    Bezwaar.OTHER_ZAAKTYPE: StatusOfOtherZaaktype,
    Bezwaar.CLOSED: ZaakAlreadyClosed,
    Bezwaar.SAME: StatusAlreadySet,
    Bezwaar.NEEDS_RESULTAAT: EindstatusNeedsResultaat,
}


@whole
def set_status(
    zaak_id: UUID,
    *,
    statustype_id: UUID | None = None,
    statustype_omschrijving: str = "",
    toelichting: str = "",
    versie: int | None = None,
    actor: Actor,
) -> Status:
    """Set a status, by id or by its name in the zaaktype. The eindstatus closes, and needs a resultaat."""
    zaak = take_zaak(zaak_id, "zaken.set_status", actor=actor, versie=versie)
    statustype = find_statustype(zaak, statustype_id, statustype_omschrijving)
    resultaat = Resultaat.objects.filter(zaak=zaak).first() if statustype.is_eindstatus else None
    objection = find_objection(
        Fase(statustype.pk, statustype.zaaktype_id, statustype.is_eindstatus),
        zaaktype_id=zaak.zaaktype_id,
        current_id=zaak.statustype_id,
        is_closed=zaak.is_closed,
        has_resultaat=resultaat is not None,
    )
    if objection is not None:
        raise REFUSALS[objection](identificatie=zaak.identificatie)
    if resultaat is not None:
        return finish(zaak, statustype, resultaat.resultaattype, toelichting=toelichting, actor=actor)

    status = add_status(zaak, statustype, toelichting=toelichting, actor=actor)
    store_changes(zaak, ["statustype", "status_gezet_op"])
    write_gebeurtenis(zaak, "status", actor=actor, tekst=toelichting, waarden={"status": statustype.omschrijving})
    audit.record(actor, "zaken.set_status", subject=zaak.ref, volgnummer=statustype.volgnummer)
    outbox.publish(
        ZaakStatusSet(
            zaak_id=zaak.pk,
            statustype_id=statustype.pk,
            volgnummer=statustype.volgnummer,
            informeren=statustype.informeren,
            status_id=status.pk,
        )
    )
    return status


def find_statustype(zaak: Zaak, statustype_id: UUID | None, omschrijving: str) -> Statustype:
    """The statustype by id, or by name among those of the zaaktype."""
    if statustype_id is not None:
        by_id: Statustype = Statustype.objects.one(statustype_id)
        return by_id
    found = Statustype.objects.filter(zaaktype_id=zaak.zaaktype_id, omschrijving__iexact=omschrijving).first()
    if found is None:
        raise StatusUnknown(zaaktype=zaak.zaaktype.omschrijving, omschrijving=omschrijving[:80])
    return found
