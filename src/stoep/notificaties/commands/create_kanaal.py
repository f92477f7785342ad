"""Make a channel."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.foundation import audit
from stoep.foundation.transactions import whole
from stoep.notificaties.errors import KanaalExists
from stoep.notificaties.models import Kanaal
from stoep.toegang.actors import Actor


@whole
def create_kanaal(
    *, naam: str, documentatie_link: str = "", filters: Sequence[str] = (), actor: Actor, is_eigen: bool = False
) -> Kanaal:
    """Make a channel on which a source tells what happens, with the kenmerken of its messages."""
    actor.require("notificaties.publish")
    kanaal = Kanaal(naam=naam, documentatie_link=documentatie_link, filters=list(filters), is_eigen=is_eigen)
    made = Kanaal.objects.bulk_create([kanaal], ignore_conflicts=True)
    if not Kanaal.objects.filter(pk=made[0].pk).exists():
        raise KanaalExists(naam=naam)
    audit.record(actor, "notificaties.create_kanaal", subject=kanaal.ref)
    return kanaal
