"""Forget followers who never confirmed, and those of reports that were handled long ago."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from stoep.foundation import clock
from stoep.meldingen.models import Bekijker, Volger
from stoep.meldingen.queries.volgen import CONFIRM_WITHIN

KEPT_AFTER_END = timedelta(days=90)


@transaction.atomic
def forget_volgers() -> int:
    """Remove e-mail addresses that are no longer needed. Answers how many."""
    now = clock.now()
    Bekijker.objects.filter(gezien_op__lt=now - timedelta(hours=1)).delete()
    never = Q(bevestigd_op__isnull=True, gevraagd_op__lt=now - CONFIRM_WITHIN)
    over = Q(melding__zaak__einddatum__lt=clock.today() - KEPT_AFTER_END)
    removed, _ = Volger.objects.filter(never | over).delete()
    return removed
