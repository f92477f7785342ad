"""Register a status that another system tells of."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stoep.catalogi.models import Statustype
from stoep.foundation import audit, clock, outbox
from stoep.foundation.errors import NotAllowed
from stoep.foundation.ref import Ref
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.archiving import REOPENING_FIELDS, decide_for_followers, forget_end
from stoep.zaken.commands.closing import finish
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.parts import values_of
from stoep.zaken.commands.statuses import add_status
from stoep.zaken.commands.taking import lock_zaak, store_changes
from stoep.zaken.errors import (
    EindstatusNeedsResultaat,
    GezetdoorOfOtherZaak,
    StatusInFuture,
    StatusMomentTaken,
    StatusOfOtherZaaktype,
)
from stoep.zaken.events import ZaakReopened, ZaakStatusSet
from stoep.zaken.models import Resultaat, Rol, Status, Zaak


@whole
def register_status(
    zaak_id: UUID,
    *,
    statustype_id: UUID,
    datum_status_gezet: datetime,
    statustoelichting: str = "",
    gezetdoor_id: UUID | None = None,
    actor: Actor,
) -> Status:
    """Register a status at its own moment. The eindstatus closes (zrc-007); another one reopens (zrc-008).

    Unlike `set_status` the phase may be one that the zaak is in already: the norm keeps every moment.
    """
    zaak = lock_zaak(zaak_id)
    statustype: Statustype = Statustype.objects.one(statustype_id)
    require_right(zaak, statustype, actor=actor)
    if statustype.zaaktype_id != zaak.zaaktype_id:
        raise StatusOfOtherZaaktype(identificatie=zaak.identificatie)
    refuse_moment(zaak, datum_status_gezet)
    if gezetdoor_id is not None and not Rol.objects.filter(pk=gezetdoor_id, zaak=zaak).exists():
        raise GezetdoorOfOtherZaak(identificatie=zaak.identificatie)
    details = {
        "toelichting": statustoelichting,
        "moment": datum_status_gezet,
        "gezetdoor": str(Ref("rol", str(gezetdoor_id))) if gezetdoor_id else "",
    }
    if statustype.is_eindstatus:
        resultaat = Resultaat.objects.filter(zaak=zaak).select_related("resultaattype").first()
        if resultaat is None:
            raise EindstatusNeedsResultaat(identificatie=zaak.identificatie)
        status = finish(zaak, statustype, resultaat.resultaattype, **details, actor=actor)  # type: ignore[arg-type]
    else:
        status = go_on(zaak, statustype, add_status(zaak, statustype, **details, actor=actor), actor=actor)  # type: ignore[arg-type]
    audit.record_change(
        actor,
        "zaken.create_status",
        subject=zaak.ref,
        part=Ref("status", str(status.pk)),
        label=statustype.omschrijving,
        old={},
        new=values_of(status),
    )
    return status


def require_right(zaak: Zaak, statustype: Statustype, *, actor: Actor) -> None:
    """Who opens may set the first status; going on after the end is reopening, or needs force (zrc-007, zrc-008)."""
    if zaak.is_closed:
        actor.require("zaken.force" if statustype.is_eindstatus else "zaken.reopen", zaak)
        return
    allowed = ["zaken.set_status", "zaken.reopen", "zaken.force"]
    if zaak.status_gezet_op is None:
        allowed.append("zaken.open")
    if not any(actor.may(right, zaak) for right in allowed):
        raise NotAllowed(right="zaken.set_status")


def refuse_moment(zaak: Zaak, moment: datetime) -> None:
    """Refuse a moment that is still to come, or at which the zaak has a status."""
    if moment > clock.now():
        raise StatusInFuture
    if Status.objects.filter(zaak=zaak, datum_status_gezet=moment).exists():
        raise StatusMomentTaken(identificatie=zaak.identificatie)


def go_on(zaak: Zaak, statustype: Statustype, status: Status, *, actor: Actor) -> Status:
    """Store that the zaak is in a phase before the end; what was decided for the archive no longer holds."""
    was_closed = zaak.is_closed
    if was_closed:
        forget_end(zaak)
    store_changes(zaak, [*REOPENING_FIELDS, "statustype", "status_gezet_op"])
    if was_closed:
        decide_for_followers(zaak)
        outbox.publish(ZaakReopened(zaak_id=zaak.pk))
    soort = "heropend" if was_closed else "status"
    write_gebeurtenis(
        zaak, soort, actor=actor, tekst=status.statustoelichting, waarden={"status": statustype.omschrijving}
    )
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
