"""Publish everything anew."""

from __future__ import annotations

from uuid import UUID

from django.db import connection, transaction

from stoep.buurt.commands.publish_meldingen import store
from stoep.buurt.models import OpenbareMelding
from stoep.buurt.rules.vakken import FINEST, ZOOMS
from stoep.meldingen.models import Melding

AT_ONCE = 2000
FIRST = UUID(int=0)
RECOUNT = """
INSERT INTO buurt_kaartvak (zoom, x, y, categorie, is_open, jaar, aantal)
SELECT z.zoom, m.vak_x >> (%(finest)s - z.zoom), m.vak_y >> (%(finest)s - z.zoom), m.categorie, m.is_open,
       date_part('year', m.gemeld_op AT TIME ZONE 'Europe/Amsterdam')::smallint, count(*)
FROM buurt_openbaremelding m CROSS JOIN unnest(%(zooms)s::int[]) AS z (zoom)
GROUP BY 1, 2, 3, 4, 5, 6
"""


def rebuild_openbaar() -> int:
    """Publish every report anew, in parts, while the pages stay readable; answers how many are public.

    A row says what a report is now, and its number follows from the report: links of before go on working.
    """
    total, last = 0, FIRST
    while ids := list(Melding.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            total += store(Melding.objects.filter(pk__in=ids))
        last = ids[-1]
    remove_strays()
    recount_vakken()
    return total


@transaction.atomic
def remove_strays() -> None:
    """Remove rows of reports that no longer exist."""
    OpenbareMelding.objects.exclude(melding_id__in=Melding.objects.values("pk")).delete()


@transaction.atomic
def recount_vakken() -> None:
    """Count the squares of the map anew from the public reports."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('stoep.buurt'))")
        cursor.execute("DELETE FROM buurt_kaartvak")
        cursor.execute(RECOUNT, {"finest": FINEST, "zooms": list(ZOOMS)})
