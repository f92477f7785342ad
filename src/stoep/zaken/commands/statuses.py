"""Putting a zaak into a phase: the part that opening, setting, closing and reopening share."""

from __future__ import annotations

from datetime import datetime, timedelta

from stoep.catalogi.models import Statustype
from stoep.foundation import clock
from stoep.toegang.actors import Actor
from stoep.zaken.models import Status, Zaak


def add_status(
    zaak: Zaak,
    statustype: Statustype,
    *,
    toelichting: str = "",
    moment: datetime | None = None,
    gezetdoor: str = "",
    actor: Actor,
) -> Status:
    """Add a status row and remember it on the zaak when it is the latest; the caller stores the zaak.

    Two statuses of one zaak never have the same moment (a rule of the norm), so the second in one
    instant is set a microsecond later. Another system may tell of an earlier `moment`.
    """
    when = moment or clock.now()
    if moment is None and zaak.status_gezet_op is not None and when <= zaak.status_gezet_op:
        when = zaak.status_gezet_op + timedelta(microseconds=1)
    status = Status(
        zaak=zaak,
        statustype=statustype,
        datum_status_gezet=when,
        statustoelichting=toelichting[:1000],
        gezetdoor=gezetdoor or str(actor.ref),
    )
    status.save(force_insert=True)
    if zaak.status_gezet_op is None or when > zaak.status_gezet_op:
        zaak.statustype = statustype
        zaak.status_gezet_op = when
    return status
