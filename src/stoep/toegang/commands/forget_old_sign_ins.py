"""Forget what signing in leaves behind."""

from __future__ import annotations

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q

from stoep.foundation import clock
from stoep.toegang.models import Inlogpoging
from stoep.toegang.rules.vergrendeling import FORGOTTEN_AFTER


@transaction.atomic
def forget_old_sign_ins() -> None:
    """Remove counts of failures that no longer count, and sessions that are over."""
    now = clock.now()
    over = Q(locked_until__isnull=True) | Q(locked_until__lte=now)
    quiet = Q(last_failed_at__isnull=True) | Q(last_failed_at__lt=now - FORGOTTEN_AFTER)
    Inlogpoging.objects.filter(over & quiet).delete()
    Session.objects.filter(expire_date__lt=now).delete()
