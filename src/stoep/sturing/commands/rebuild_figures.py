"""Count everything anew."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.meldingen.models import Melding
from stoep.sturing.commands.count_meldingen import store_and_sum, take_turn
from stoep.sturing.commands.move_sommen import refresh_all_sommen
from stoep.sturing.commands.refresh_cellen import refresh_all_cellen
from stoep.sturing.models import Meldingcijfer

AT_ONCE = 2000
FIRST = UUID(int=0)


def rebuild_figures() -> int:
    """Count every report anew, in parts, while the pages stay readable; answers how many.

    It needs no old events: a row says what a report is now. What happens meanwhile is heard as always.
    """
    total, last = 0, FIRST
    while ids := list(Melding.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            take_turn()
            rows, meldingen = Meldingcijfer.objects.filter(melding_id__in=ids), Melding.objects.filter(pk__in=ids)
            total += store_and_sum(rows, meldingen)[0]
        last = ids[-1]
    remove_strays()
    return total


@transaction.atomic
def remove_strays() -> None:
    """Remove rows of reports that no longer exist, and count months and groups from what is left."""
    take_turn()
    Meldingcijfer.objects.exclude(melding_id__in=Melding.objects.values("pk")).delete()
    refresh_all_cellen()
    refresh_all_sommen()
