"""Shut an application out."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.toegang.events import ApplicatieRemoved
from stoep.toegang.models import Applicatie


@whole
def remove_applicatie(applicatie_id: UUID, *, actor: Actor) -> None:
    """Remove an application with its client ids, secrets and rights; its next request is refused.

    What it did stays in the trails of what it did it to, under its name; the security log keeps its id.
    """
    applicatie: Applicatie = Applicatie.objects.locked(applicatie_id)
    actor.require("applicaties.manage")
    audit.record(actor, "toegang.applicatie_remove", subject=applicatie.ref)
    audit.destroy_trail(applicatie.ref)
    outbox.publish(ApplicatieRemoved(applicatie_id=applicatie.pk))
    applicatie.delete()
