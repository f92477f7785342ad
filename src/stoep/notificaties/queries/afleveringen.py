"""Reading deliveries that wait for a person."""

from __future__ import annotations

from django.db.models import QuerySet

from stoep.foundation.errors import NotFound
from stoep.notificaties.models import Aflevering
from stoep.toegang.actors import Actor


def parked_afleveringen(actor: Actor) -> QuerySet[Aflevering]:
    """The dead letters, latest first."""
    visible = Aflevering.objects.visible_to(actor).parked()
    return visible.select_related("abonnement", "notificatie__kanaal").order_by("-geparkeerd_op", "-id")


def get_aflevering(aflevering_id: int, actor: Actor) -> Aflevering:
    """One dead letter. Raises NotFound: it may have been sent in the meantime."""
    found = parked_afleveringen(actor).filter(pk=aflevering_id).first()
    if found is None:
        raise NotFound
    return found


def count_parked(actor: Actor) -> int:
    """How many dead letters there are."""
    return Aflevering.objects.visible_to(actor).parked().count()
