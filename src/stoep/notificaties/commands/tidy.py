"""Park what could not be delivered for a week, and forget what nobody needs any more."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef

from stoep.foundation import clock
from stoep.foundation.transactions import whole
from stoep.notificaties.models import Aflevering, Notificatie
from stoep.notificaties.rules.herhalen import LONGEST_WAIT

PARKED_KEPT = timedelta(days=90)
DELIVERED_KEPT = timedelta(hours=1)
TOO_LONG = "langer dan een week niet af te leveren"


@whole
def tidy() -> None:
    """Do both. Messages that all have heard are kept an hour, dead letters ninety days."""
    now = clock.now()
    overdue = Aflevering.objects.filter(geparkeerd_op__isnull=True, notificatie__ontvangen_op__lt=now - LONGEST_WAIT)
    overdue.update(geparkeerd_op=now, fout=TOO_LONG)
    Aflevering.objects.filter(geparkeerd_op__lt=now - PARKED_KEPT).delete()
    waiting = Exists(Aflevering.objects.filter(notificatie=OuterRef("pk")))
    Notificatie.objects.filter(~waiting, ontvangen_op__lt=now - DELIVERED_KEPT).delete()
