"""Count reports: write down what the figures need of them, as they are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from stoep.foundation import clock
from stoep.foundation.kalender import werkdagen_between
from stoep.meldingen.models import Melding, Tevredenheid, Volger
from stoep.opdrachten.models import Opdracht, Status
from stoep.sturing.commands.move_sommen import move_sommen
from stoep.sturing.commands.refresh_cellen import Cel, refresh_cellen
from stoep.sturing.models import Meldingcijfer
from stoep.sturing.rules.vakken import vak_of
from stoep.zaken.models import Gebeurtenis

count_werkdagen = lru_cache(maxsize=8192)(werkdagen_between)
Rij = dict[str, Any]
KEYS = {"melding_id", "zaak_id"}
CHANGING = [field.attname for field in Meldingcijfer._meta.concrete_fields if field.attname not in KEYS]
HANDED_ON = Q(soort="categorie") | Q(soort="toegewezen", regel="") & ~Q(tekst="")


@transaction.atomic
def count_meldingen(zaak_ids: Collection[UUID]) -> int:
    """Count the reports of these zaken anew; zaken of another sort are passed over. Doing it twice changes nothing."""
    take_turn()
    rows, meldingen = Meldingcijfer.objects.filter(zaak_id__in=zaak_ids), Melding.objects.filter(zaak_id__in=zaak_ids)
    number, before, after = store_and_sum(rows, meldingen)
    refresh_cellen(cellen_of(before) | cellen_of(after))
    return number


def store_and_sum(rows: QuerySet[Meldingcijfer], meldingen: QuerySet[Melding]) -> tuple[int, list[Rij], list[Rij]]:
    """Write the rows of reports and move the sums with them; the caller holds the turn.

    Answers how many reports there are, and of those that changed the rows as they were and as they are.
    """
    before = {row["melding_id"]: row for row in rows.values()}
    number = store(meldingen)
    after = {row["melding_id"]: row for row in rows.values()}
    changed = [key for key, row in after.items() if before.get(key) != row]
    old = [dict(before[key]) for key in changed if key in before]
    new = [dict(after[key]) for key in changed]
    move_sommen(old, new)
    return number, old, new


def take_turn() -> None:
    """One writer at a time, so that nothing old overwrites what is new."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('stoep.sturing'))")


def cellen_of(rows: Iterable[Rij]) -> set[Cel]:
    """In which months and groups these reports are counted."""
    names = ("hoofdcategorie", "categorie", "afdeling", "gebied", "kanaal", "vak")
    return {(row["gemeld_op"].replace(day=1), *(row[name] for name in names)) for row in rows}


def store(meldingen: QuerySet[Melding]) -> int:
    """Write a row for each report. Answers how many."""
    rows = meldingen.annotate(
        keer_heropend=times(Q(soort="heropend")),
        keer_herverdeeld=times(HANDED_ON),
        oordeel=Subquery(Tevredenheid.objects.filter(melding=OuterRef("pk")).order_by("-ronde").values("tevreden")[:1]),
        aantal_volgers=Coalesce(
            Subquery(
                Volger.objects.confirmed()
                .filter(melding=OuterRef("pk"))
                .order_by()
                .values("melding")
                .annotate(number=Count("pk"))
                .values("number")
            ),
            0,
        ),
        gereed=orders(Count("pk")),
        op_tijd_gereed=orders(Count("pk", filter=Q(gereed_op__lte=F("termijn")))),
    ).values(
        "pk",
        "zaak_id",
        "categorie__slug",
        "categorie__afdeling",
        "categorie__hoofdcategorie__slug",
        "gebied__code",
        "kanaal",
        "lon",
        "lat",
        "gemeld_op",
        "verwacht_op",
        "zaak__einddatum",
        "keer_heropend",
        "keer_herverdeeld",
        "oordeel",
        "aantal_volgers",
        "gereed",
        "op_tijd_gereed",
    )
    figures = [as_figure(row) for row in rows]
    Meldingcijfer.objects.bulk_create(
        figures, update_conflicts=True, unique_fields=["melding_id"], update_fields=CHANGING, batch_size=1000
    )
    return len(figures)


def times(which: Q) -> Coalesce:
    """How often something stands in the history of the zaak."""
    return Coalesce(
        Subquery(
            Gebeurtenis.objects.filter(which, zaak=OuterRef("zaak_id"))
            .order_by()
            .values("zaak")
            .annotate(number=Count("pk"))
            .values("number")
        ),
        0,
    )


def orders(number: Count) -> Coalesce:
    """Orders to contractors that were ready: those withdrawn do not count."""
    ready = Opdracht.objects.filter(melding=OuterRef("pk"), gereed_op__isnull=False)
    ready = ready.exclude(status=Status.INGETROKKEN)
    return Coalesce(Subquery(ready.order_by().values("melding").annotate(number=number).values("number")), 0)


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
        vak=vak_of(row["lon"], row["lat"]),
        gemeld_op=gemeld_op,
        norm_op=row["verwacht_op"],
        afgehandeld_op=einddatum,
        werkdagen=None if einddatum is None else max(count_werkdagen(gemeld_op, einddatum), 0),
        heropend=row["keer_heropend"],
        herverdeeld=row["keer_herverdeeld"],
        tevreden=row["oordeel"],
        volgers=row["aantal_volgers"],
        opdrachten=row["gereed"],
        opdrachten_op_tijd=row["op_tijd_gereed"],
    )
