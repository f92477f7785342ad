"""Putting a zaak into a phase: the part that opening, setting, closing and reopening share."""

from __future__ import annotations

from datetime import timedelta

from stoep.catalogi.models import Statustype
from stoep.foundation import clock
from stoep.toegang.actors import Actor
from stoep.zaken.models import Status, Zaak


def add_status(zaak: Zaak, statustype: Statustype, *, toelichting: str = "", actor: Actor) -> Status:
    """Add a status row and remember it on the zaak; the caller stores the zaak.

    Two statuses of one zaak never have the same moment (a rule of the norm), so the second in one
    instant is set a microsecond later.
    """
    moment = clock.now()
    if zaak.status_gezet_op is not None and moment <= zaak.status_gezet_op:
        moment = zaak.status_gezet_op + timedelta(microseconds=1)
    status = Status(
        zaak=zaak,
        statustype=statustype,
        datum_status_gezet=moment,
        statustoelichting=toelichting[:1000],
        gezetdoor=str(actor.ref),
    )
    status.save(force_insert=True)
    zaak.statustype = statustype
    zaak.status_gezet_op = moment
    return status
