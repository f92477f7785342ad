"""Forget previews that nobody confirmed."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from stoep.foundation import clock
from stoep.werkplek.models import Bulkactie

KEPT = timedelta(days=1)


@transaction.atomic
def forget_bulk() -> int:
    """Remove bulk acts that were only looked at, a day later. Answers how many."""
    gone, _rows = Bulkactie.objects.filter(begint_op__isnull=True, gemaakt_op__lt=clock.now() - KEPT).delete()
    return gone
