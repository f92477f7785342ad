"""Forget the words and photos of reports that were made anonymous."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from stoep.buurt.models import Vrijgave


@transaction.atomic
def forget_vrijgaven(zaak_ids: Collection[UUID]) -> int:
    """Remove what waits and what was released of these reports: words and photos end with the reporter's term."""
    removed, _by_model = Vrijgave.objects.filter(zaak_id__in=zaak_ids).delete()
    return removed
