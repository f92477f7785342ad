"""End a subscription."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import audit
from stoep.foundation.errors import NotFound
from stoep.foundation.transactions import whole
from stoep.notificaties.commands.keuzes import hear_as_needed
from stoep.notificaties.models import Abonnement, Aflevering, Baan
from stoep.notificaties.models.abonnement import CONSUME, MANAGE
from stoep.toegang.actors import Actor


@whole
def remove_abonnement(abonnement_id: UUID, *, actor: Actor) -> None:
    """End a subscription; what still waits for it is not sent any more."""
    if not actor.may(MANAGE):
        actor.require(CONSUME)
    abonnement: Abonnement = Abonnement.objects.locked(abonnement_id)
    if not Abonnement.objects.visible_to(actor).filter(pk=abonnement.pk).exists():
        raise NotFound
    ref = abonnement.ref
    Aflevering.objects.filter(abonnement=abonnement).delete()
    Baan.objects.filter(abonnement=abonnement).delete()
    abonnement.delete()
    hear_as_needed()
    audit.record(actor, "notificaties.remove_abonnement", subject=ref)
