"""How contractors do: for the figures, and beside a contractor's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Q

from stoep.foundation import clock
from stoep.opdrachten.models import Opdracht
from stoep.opdrachten.rules.opdrachtstatussen import BIJ_AANNEMER, OPEN, Stand
from stoep.toegang.actors import Actor

SECONDS_IN_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Prestatie:
    """A contractor in numbers, over the orders that were sent in a period.

    In time is: reported ready within the term that was agreed at that moment, as a share of what was reported ready.
    """

    opdrachtnemer_id: UUID
    naam: str
    verstuurd: int
    gereed: int
    op_tijd: int
    teruggegeven: int
    afgekeurd: int
    open: int
    te_laat: int
    dagen: float | None

    @property
    def aandeel_op_tijd(self) -> int | None:
        """Per hundred; None when nothing was reported ready."""
        return round(100 * self.op_tijd / self.gereed) if self.gereed else None


def measure_prestaties(actor: Actor, van: datetime, tot: datetime) -> list[Prestatie]:
    """Each contractor with orders sent in this period, by name. One query."""
    actor.require("opdrachten.read")
    took = ExpressionWrapper(F("gereed_op") - F("verstuurd_op"), output_field=DurationField())
    with_us = [stand.value for stand in BIJ_AANNEMER]
    rows = (
        Opdracht.objects.filter(verstuurd_op__gte=van, verstuurd_op__lt=tot)
        .values("opdrachtnemer_id", "opdrachtnemer__naam")
        .annotate(
            verstuurd=Count("id"),
            gereed=Count("id", filter=Q(gereed_op__isnull=False)),
            op_tijd=Count("id", filter=Q(gereed_op__lte=F("termijn"))),
            teruggegeven=Count("id", filter=Q(status=Stand.TERUGGEGEVEN.value)),
            afgekeurd=Count("id", filter=Q(afgekeurd_keer__gt=0)),
            open=Count("id", filter=Q(status__in=[stand.value for stand in OPEN])),
            te_laat=Count("id", filter=Q(status__in=with_us, termijn__lt=clock.now())),
            took=Avg(took),
        )
        .order_by("opdrachtnemer__naam")
    )
    return [
        Prestatie(
            opdrachtnemer_id=row["opdrachtnemer_id"],
            naam=row["opdrachtnemer__naam"],
            dagen=round(row["took"].total_seconds() / SECONDS_IN_DAY, 1) if row["took"] else None,
            **{
                name: row[name]
                for name in ("verstuurd", "gereed", "op_tijd", "teruggegeven", "afgekeurd", "open", "te_laat")
            },
        )
        for row in rows
    ]
