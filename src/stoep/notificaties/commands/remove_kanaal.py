"""Remove a channel."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import audit
from stoep.foundation.transactions import whole
from stoep.notificaties.errors import KanaalInUse, KanaalIsOurs
from stoep.notificaties.models import Kanaal, Notificatie
from stoep.toegang.actors import Actor


@whole
def remove_kanaal(kanaal_id: UUID, *, actor: Actor) -> None:
    """Remove a channel of another source, to which nobody is subscribed any more."""
    kanaal: Kanaal = Kanaal.objects.locked(kanaal_id)
    actor.require("notificaties.manage")
    if kanaal.is_eigen:
        raise KanaalIsOurs(naam=kanaal.naam)
    if kanaal.keuzes.exists():
        raise KanaalInUse(naam=kanaal.naam)
    Notificatie.objects.filter(kanaal=kanaal).delete()
    kanaal.delete()
    audit.record(actor, "notificaties.remove_kanaal", subject=kanaal.ref)
