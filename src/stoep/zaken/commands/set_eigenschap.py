"""Record the value of a property of a zaak."""

from __future__ import annotations

from uuid import UUID

from stoep.catalogi.models import Eigenschap
from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.errors import EigenschapOfOtherZaaktype
from stoep.zaken.events import ZaakChanged
from stoep.zaken.models import Zaakeigenschap


@whole
def set_eigenschap(zaak_id: UUID, *, naam: str, waarde: str, actor: Actor) -> Zaakeigenschap:
    """Set a property by its name in the zaaktype; an earlier value is replaced and kept in the audittrail."""
    zaak = take_open_zaak(zaak_id, "zaken.open", actor=actor)
    eigenschap = Eigenschap.objects.filter(zaaktype_id=zaak.zaaktype_id, naam=naam).first()
    if eigenschap is None:
        raise EigenschapOfOtherZaaktype(zaaktype=zaak.zaaktype.omschrijving, naam=naam[:20])
    before = Zaakeigenschap.objects.filter(zaak=zaak, eigenschap=eigenschap).first()
    row = before or Zaakeigenschap(zaak=zaak, eigenschap=eigenschap, naam=naam)
    old = before.waarde if before else None
    row.waarde = waarde
    row.save()
    store_changes(zaak)
    audit.record(actor, "zaken.set_eigenschap", subject=zaak.ref, naam=naam)
    audit.record_change(actor, "zaken.set_eigenschap", subject=zaak.ref, old={naam: old}, new={naam: waarde})
    actie = "update" if before else "create"
    outbox.publish(ZaakChanged(zaak_id=zaak.pk, wat="zaakeigenschap", onderdeel_id=row.pk, actie=actie))
    return row
