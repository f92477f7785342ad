"""What the assignment rules would do: with a report that might come, and with those of the last weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, F
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay

from stoep.foundation import clock
from stoep.meldingen.models import ZAAKTYPE, Melding
from stoep.toegang.actors import Actor
from stoep.zaken.models import Voorrang
from stoep.zaken.rules.toewijzing import Feiten

DAYS_BACK = 30
RIGHT = "zaken.manage_rules"


def recent_feiten(actor: Actor, *, days: int = DAYS_BACK) -> Iterator[tuple[Feiten, int]]:
    """What the rules knew of the reports of the last days, and how many there were of each. Raises NotAllowed.

    Codes, weekday and hour only: who manages rules need not be allowed to read reports.
    """
    actor.require(RIGHT)
    rows = (
        Melding.objects.filter(gemeld_op__gte=clock.now() - timedelta(days=days))
        .annotate(
            dag=ExtractIsoWeekDay("gemeld_op", tzinfo=clock.AMSTERDAM),
            om=ExtractHour("gemeld_op", tzinfo=clock.AMSTERDAM),
        )
        .values_list(
            "categorie__slug",
            "categorie__hoofdcategorie__slug",
            "categorie__afdeling",
            F("gebied__code"),
            "kanaal",
            "dag",
            "om",
            "zaak__voorrang",
        )
        .annotate(aantal=Count("pk"))
        .order_by()
    )
    for slug, hoofd, afdeling, gebied, kanaal, dag, uur, voorrang, aantal in rows.iterator():
        yield (
            Feiten(
                ZAAKTYPE,
                tuple(code for code in (slug, hoofd, afdeling) if code),
                (gebied,) if gebied else (),
                kanaal,
                dag - 1,
                uur,
                voorrang == Voorrang.SPOED,
            ),
            aantal,
        )
