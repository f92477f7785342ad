"""Count reports: write down what the figures need of them, as they are now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from stoep.foundation import clock
from stoep.foundation.kalender import werkdagen_between
from stoep.meldingen.models import Melding
from stoep.sturing.models import Meldingcijfer
from stoep.zaken.models import Gebeurtenis

count_werkdagen = lru_cache(maxsize=8192)(werkdagen_between)
CHANGING = [
    "hoofdcategorie",
    "categorie",
    "afdeling",
    "gebied",
    "kanaal",
    "gemeld_op",
    "norm_op",
    "afgehandeld_op",
    "werkdagen",
    "heropend",
]


@transaction.atomic
def count_meldingen(zaak_ids: Collection[UUID]) -> int:
    """Count the reports of these zaken anew; zaken of another sort are passed over. Doing it twice changes nothing."""
    return store(Melding.objects.filter(zaak_id__in=zaak_ids))


def store(meldingen: QuerySet[Melding]) -> int:
    """Write a row for each report. Answers how many. One writer at a time, so that nothing old overwrites what is new."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('stoep.sturing'))")
    reopened = (
        Gebeurtenis.objects.filter(zaak=OuterRef("zaak_id"), soort="heropend")
        .order_by()
        .values("zaak")
        .annotate(times=Count("pk"))
        .values("times")
    )
    rows = meldingen.annotate(keren=Coalesce(Subquery(reopened), 0)).values(
        "pk",
        "zaak_id",
        "categorie__slug",
        "categorie__afdeling",
        "categorie__hoofdcategorie__slug",
        "gebied__code",
        "kanaal",
        "gemeld_op",
        "verwacht_op",
        "zaak__einddatum",
        "keren",
    )
    figures = [as_figure(row) for row in rows]
    Meldingcijfer.objects.bulk_create(
        figures, update_conflicts=True, unique_fields=["melding_id"], update_fields=CHANGING, batch_size=1000
    )
    return len(figures)


def as_figure(row: Mapping[str, Any]) -> Meldingcijfer:
    """The figures of one report."""
    gemeld_op = row["gemeld_op"].astimezone(clock.AMSTERDAM).date()
    einddatum = row["zaak__einddatum"]
    return Meldingcijfer(
        melding_id=row["pk"],
        zaak_id=row["zaak_id"],
        hoofdcategorie=row["categorie__hoofdcategorie__slug"] or row["categorie__slug"],
        categorie=row["categorie__slug"],
        afdeling=row["categorie__afdeling"],
        gebied=row["gebied__code"] or "",
        kanaal=row["kanaal"],
        gemeld_op=gemeld_op,
        norm_op=row["verwacht_op"],
        afgehandeld_op=einddatum,
        werkdagen=None if einddatum is None else max(count_werkdagen(gemeld_op, einddatum), 0),
        heropend=row["keren"],
    )
