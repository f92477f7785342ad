"""Change a channel."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from stoep.foundation import audit
from stoep.foundation.transactions import whole
from stoep.notificaties.errors import KanaalIsOurs
from stoep.notificaties.models import Kanaal
from stoep.toegang.actors import Actor


@whole
def change_kanaal(kanaal_id: UUID, *, documentatie_link: str, filters: Sequence[str], actor: Actor) -> Kanaal:
    """Change where a channel is explained and which kenmerken it has. Its name stays: others know it by that."""
    kanaal: Kanaal = Kanaal.objects.locked(kanaal_id)
    actor.require("notificaties.manage")
    if kanaal.is_eigen:
        raise KanaalIsOurs(naam=kanaal.naam)
    kanaal.documentatie_link, kanaal.filters = documentatie_link, list(filters)
    kanaal.save()
    audit.record(actor, "notificaties.change_kanaal", subject=kanaal.ref)
    return kanaal
