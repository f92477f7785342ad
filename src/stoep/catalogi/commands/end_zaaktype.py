"""End the validity of a version of a zaaktype, so that the next can follow."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from stoep.catalogi.models import Zaaktype
from stoep.foundation import audit
from stoep.foundation.errors import Invalid
from stoep.toegang.actors import Actor


@transaction.atomic
def end_zaaktype(zaaktype_id: UUID, *, einde_geldigheid: date, actor: Actor) -> Zaaktype:
    """Set the last day of validity: the one change that a published version allows (ztc-009)."""
    zaaktype = Zaaktype.objects.locked(zaaktype_id)
    actor.require("catalogi.manage")
    if einde_geldigheid < zaaktype.begin_geldigheid:
        raise EndsBeforeBegin(field="einde_geldigheid")
    zaaktype.einde_geldigheid = einde_geldigheid
    zaaktype.save(update_fields=["einde_geldigheid"])
    audit.record(actor, "catalogi.end_zaaktype", subject=zaaktype.ref)
    return zaaktype


class EndsBeforeBegin(Invalid):
    """The last day lies before the first."""

    code = "ends-before-begin"
    message = "De laatste dag ligt vóór de eerste. Kies een latere dag."
