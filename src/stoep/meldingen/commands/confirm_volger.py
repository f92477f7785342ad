"""Say yes to following, or stop with it: by the link in the mail."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.meldingen.events import VolgersChanged
from stoep.meldingen.models import Volger
from stoep.toegang.actors import Actor


@transaction.atomic
def confirm_volger(volger_id: UUID, *, actor: Actor) -> None:
    """The owner of the address wants the updates. A second time changes nothing."""
    volger = Volger.objects.select_related("melding").locked(volger_id)
    if volger.bevestigd_op is None:
        volger.bevestigd_op = clock.now()
        volger.save(update_fields=["bevestigd_op"])
        audit.record(actor, "meldingen.confirm_follow", subject=volger.melding.ref)
        outbox.publish(VolgersChanged(melding_id=volger.melding_id, zaak_id=volger.melding.zaak_id))


@transaction.atomic
def stop_following(volger_id: UUID, *, actor: Actor) -> None:
    """Forget the follower. Whoever is forgotten already stays so."""
    volger = Volger.objects.select_related("melding").filter(pk=volger_id).first()
    if volger is None:
        return
    audit.record(actor, "meldingen.stop_following", subject=volger.melding.ref)
    if volger.bevestigd_op is not None:
        outbox.publish(VolgersChanged(melding_id=volger.melding_id, zaak_id=volger.melding.zaak_id))
    volger.delete()
