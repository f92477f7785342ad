"""Open a closed zaak again."""

from __future__ import annotations

from uuid import UUID

from stoep.catalogi.models import Statustype
from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.archiving import REOPENING_FIELDS, decide_for_followers, forget_end
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.statuses import add_status
from stoep.zaken.commands.taking import store_changes, take_zaak
from stoep.zaken.errors import RedenMissing, ZaakNotClosed
from stoep.zaken.events import ZaakReopened, ZaakStatusSet
from stoep.zaken.models import Zaak


@whole
def reopen_zaak(zaak_id: UUID, *, reden: str, statustype_omschrijving: str = "", actor: Actor) -> Zaak:
    """Reopen in the phase with this name, else in the last one before the end.

    What was decided for the archive no longer holds (zrc-008).
    """
    zaak = take_zaak(zaak_id, "zaken.reopen", actor=actor)
    if not zaak.is_closed:
        raise ZaakNotClosed(identificatie=zaak.identificatie)
    if not reden.strip():
        raise RedenMissing
    phase = find_phase(zaak, statustype_omschrijving) or find_phase_before_end(zaak)
    forget_end(zaak)
    status = add_status(zaak, phase, toelichting=reden, actor=actor)
    store_changes(zaak, [*REOPENING_FIELDS, "statustype", "status_gezet_op"])
    decide_for_followers(zaak)
    write_gebeurtenis(zaak, "heropend", actor=actor, tekst=reden, waarden={"status": phase.omschrijving})
    audit.record(actor, "zaken.reopen", subject=zaak.ref)
    outbox.publish(ZaakReopened(zaak_id=zaak.pk))
    outbox.publish(
        ZaakStatusSet(zaak_id=zaak.pk, statustype_id=phase.pk, volgnummer=phase.volgnummer, status_id=status.pk)
    )
    return zaak


def find_phase(zaak: Zaak, omschrijving: str) -> Statustype | None:
    """The open phase with this name in the zaaktype; None when it has none."""
    if not omschrijving:
        return None
    phases = Statustype.objects.filter(zaaktype_id=zaak.zaaktype_id, is_eindstatus=False)
    return phases.filter(omschrijving=omschrijving).first()


def find_phase_before_end(zaak: Zaak) -> Statustype:
    """The phase in which the zaak was last before it ended, else the first of its zaaktype."""
    earlier = (
        zaak.statussen.filter(statustype__is_eindstatus=False)
        .select_related("statustype")
        .order_by("-datum_status_gezet")
        .first()
    )
    if earlier is not None:
        return earlier.statustype
    return Statustype.objects.filter(zaaktype_id=zaak.zaaktype_id).earliest("volgnummer")
