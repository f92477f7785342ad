"""Let a bulk act that was previewed begin."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, jobs
from stoep.foundation.errors import NotFound
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.werkplek.models import Bulkactie

UNDO = timedelta(minutes=10)


@transaction.atomic
def start_bulk(actie_id: UUID | str, *, actor: Actor) -> Bulkactie:
    """Begin; beginning twice is no mistake. What sends messages or closes zaken waits until the undo time is over."""
    from stoep.werkplek.tasks import do_bulk

    actie = take_own_bulk(actie_id, actor=actor)
    if actie.begint_op is not None or actie.ongedaan_op is not None:
        return actie
    actie.begint_op = clock.now() + (UNDO if actie.is_held else timedelta(0))
    actie.save(update_fields=["begint_op"])
    audit.record(actor, "werkplek.start_bulk", subject=actie.ref, soort=actie.soort)
    if actie.is_held:
        jobs.defer_at(do_bulk, actie.begint_op, actie_id=str(actie.pk))
    else:
        jobs.defer(do_bulk, actie_id=str(actie.pk))
    return actie


def take_own_bulk(actie_id: UUID | str, *, actor: Actor) -> Bulkactie:
    """Lock a bulk act of one's own. Raises NotFound: that of a colleague and unknown are the same."""
    medewerker = medewerker_of(actor)
    if medewerker is None:
        raise NotFound
    actie: Bulkactie = Bulkactie.objects.filter(eigenaar=medewerker).locked(actie_id)
    return actie
