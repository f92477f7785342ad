"""Take a message of another source and pass it on."""

from __future__ import annotations

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.foundation.transactions import whole
from stoep.notificaties.commands.storing import store_messages
from stoep.notificaties.errors import KenmerkenUnknown, MessageKanaalUnknown
from stoep.notificaties.models import Kanaal
from stoep.notificaties.queries import keuzes_by_kanaal
from stoep.notificaties.rules.berichten import Bericht
from stoep.notificaties.rules.filters import are_known
from stoep.toegang.actors import Actor


@whole
def receive_notificatie(bericht: Bericht, *, actor: Actor) -> int:
    """Pass a message on, unchanged, to everybody who wants it. Answers how many that are."""
    actor.require("notificaties.publish")
    kanaal = Kanaal.objects.filter(naam=bericht.kanaal).first()
    if kanaal is None:
        raise MessageKanaalUnknown(naam=bericht.kanaal)
    if not are_known(bericht.kenmerken, kanaal.filters):
        raise KenmerkenUnknown(naam=bericht.kanaal, filters=", ".join(kanaal.filters) or "geen")
    audit.record(actor, "notificaties.publish", subject=Ref("kanaal", str(kanaal.pk)))
    return store_messages([bericht], keuzes_by_kanaal())
