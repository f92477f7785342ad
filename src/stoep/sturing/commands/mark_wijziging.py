"""Keep that a category was changed, so that charts mark it by themselves."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction

from stoep.sturing.models import Wijziging


@transaction.atomic
def mark_wijziging(*, dag: date, categorieen: Collection[str], wat: Collection[str]) -> None:
    """Keep what changed in these categories on a day; "" is all of them. Hearing it again changes nothing."""
    Wijziging.objects.bulk_create(
        [Wijziging(dag=dag, categorie=slug, wat=code) for slug in categorieen for code in wat],
        ignore_conflicts=True,
    )
