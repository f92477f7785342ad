"""Forget who read what longer ago than it is kept."""

from __future__ import annotations

from datetime import timedelta

from stoep.foundation import clock
from stoep.toegang.models import Verwerking

KEPT = timedelta(days=3 * 366)
AT_ONCE = 20_000


def forget_old_verwerkingen() -> int:
    """Remove lines older than three years, in pieces that hold nobody up. Answers how many."""
    old = Verwerking.objects.filter(at__lt=clock.now() - KEPT)
    total = 0
    while removed := Verwerking.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:AT_ONCE])).delete()[0]:
        total += removed
    return total
