"""What a person does with dead letters: send them again, or drop one."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import audit, clock
from stoep.foundation.transactions import whole
from stoep.notificaties.commands.storing import call_deliverers
from stoep.notificaties.errors import AfleveringGone
from stoep.notificaties.models import Abonnement, Aflevering, Baan
from stoep.notificaties.models.abonnement import MANAGE
from stoep.toegang.actors import Actor


@whole
def resend_aflevering(aflevering_id: int, *, actor: Actor) -> None:
    """Send one dead letter again, now."""
    actor.require(MANAGE)
    aflevering = take_parked(aflevering_id)
    release(aflevering.abonnement_id, aflevering_id)
    audit.record(actor, "notificaties.resend", subject=aflevering.ref)


@whole
def resend_afleveringen(abonnement_id: UUID, *, actor: Actor) -> int:
    """Send all dead letters of a subscriber again, oldest first. Answers how many."""
    actor.require(MANAGE)
    abonnement: Abonnement = Abonnement.objects.one(abonnement_id)
    released = release(abonnement_id)
    audit.record(actor, "notificaties.resend", subject=abonnement.ref, aantal=released)
    return released


@whole
def drop_aflevering(aflevering_id: int, *, actor: Actor) -> None:
    """Never send this dead letter."""
    actor.require(MANAGE)
    aflevering = take_parked(aflevering_id)
    audit.record(actor, "notificaties.drop", subject=aflevering.ref)
    aflevering.delete()


def take_parked(aflevering_id: int) -> Aflevering:
    """Lock a dead letter. Refuses when it is one no longer."""
    found = Aflevering.objects.select_for_update().parked().filter(pk=aflevering_id).first()
    if found is None:
        raise AfleveringGone
    return found


def release(abonnement_id: UUID, aflevering_id: int | None = None) -> int:
    """Let dead letters wait again as if they were new, and let the lane of their subscriber go on."""
    parked = Aflevering.objects.parked().filter(abonnement_id=abonnement_id)
    if aflevering_id is not None:
        parked = parked.filter(pk=aflevering_id)
    released = parked.update(geparkeerd_op=None, pogingen=0, volgende_op=clock.now(), fout="", status=None)
    Baan.objects.filter(abonnement_id=abonnement_id).update(pauze_tot=None, mislukt_op_rij=0)
    call_deliverers()
    return released
