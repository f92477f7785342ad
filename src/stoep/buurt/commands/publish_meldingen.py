"""Publish reports: write down what everybody may know of them, as they are now, and take away what nobody may know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from stoep.buurt.models import Kaartvak, OpenbareMelding
from stoep.buurt.rules.nummers import write_nummer
from stoep.buurt.rules.openbaarheid import is_openbaar, show_plek, stand_of
from stoep.buurt.rules.vakken import FINEST, ZOOMS, vak_of
from stoep.foundation import clock
from stoep.meldingen.models import Melding, Misbruik

DOUBLE = "Dubbel"
FRESH = timedelta(days=2)  # what was reported longer ago was visible then; nobody gets mail about it
CHANGING = [
    "hoofdcategorie",
    "categorie",
    "gebied",
    "plek",
    "lon",
    "lat",
    "is_precies",
    "stand",
    "is_open",
    "norm_op",
    "gepland_op",
    "afgehandeld_op",
    "gesloten_op",
    "gewijzigd_op",
    "vak_x",
    "vak_y",
]
FIELDS = (
    "pk",
    "zaak_id",
    "categorie__slug",
    "categorie__openbaar",
    "categorie__hoofdcategorie__slug",
    "gebied__code",
    "adres",
    "lon",
    "lat",
    "gemeld_op",
    "verwacht_op",
    "gepland_op",
    "misbruik",
    "zaak__hoofdzaak",
    "zaak__einddatum",
    "zaak__statustype__omschrijving",
    "zaak__vertrouwelijkheidaanduiding",
    "zaak__zaaktype__vertrouwelijkheidaanduiding",
    "zaak__resultaat__resultaattype__omschrijving",
)
COUNT = """
INSERT INTO buurt_kaartvak AS vak (zoom, x, y, categorie, is_open, jaar, aantal)
SELECT * FROM unnest(%s::smallint[], %s::int[], %s::int[], %s::text[], %s::bool[], %s::smallint[], %s::int[])
ON CONFLICT (zoom, x, y, categorie, is_open, jaar) DO UPDATE SET aantal = vak.aantal + excluded.aantal
"""

Row = Mapping[str, Any]


@transaction.atomic
def publish_meldingen(zaak_ids: Collection[UUID]) -> int:
    """Publish the reports of these zaken anew; zaken of another sort are passed over. Doing it twice changes nothing."""
    return store(Melding.objects.filter(zaak_id__in=zaak_ids))


def store(meldingen: QuerySet[Melding]) -> int:
    """Write a row for each public report and remove those of the others. Answers how many are public.

    One writer at a time, so that nothing old overwrites what is new and the squares keep counting right.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('stoep.buurt'))")
    rows = list(meldingen.values(*FIELDS))
    before = OpenbareMelding.objects.in_bulk([row["pk"] for row in rows])
    now = clock.now()
    public = {row["pk"]: as_public(row, before.get(row["pk"]), now) for row in rows if may_show(row)}
    gone = [pk for pk in before if pk not in public]
    changed = [made for made in public.values() if differs(made, before.get(made.melding_id))]
    OpenbareMelding.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["melding_id"], update_fields=CHANGING, batch_size=1000
    )
    if gone:
        OpenbareMelding.objects.filter(pk__in=gone).delete()
    count_vakken([before[made.melding_id] for made in changed if made.melding_id in before], changed, gone, before)
    return len(public)


def may_show(row: Row) -> bool:
    """Whether everybody may know of this report."""
    return is_openbaar(
        categorie_openbaar=row["categorie__openbaar"],
        vertrouwelijkheid=row["zaak__vertrouwelijkheidaanduiding"],
        gewoon=row["zaak__zaaktype__vertrouwelijkheidaanduiding"],
        is_deelmelding=row["zaak__hoofdzaak"] is not None
        or row["zaak__resultaat__resultaattype__omschrijving"] == DOUBLE,
        is_verdacht=row["misbruik"] not in (Misbruik.GEEN, Misbruik.IN_ORDE),
    )


def as_public(row: Row, before: OpenbareMelding | None, now: datetime) -> OpenbareMelding:
    """A report as everybody may know it."""
    hoofd = row["categorie__hoofdcategorie__slug"] or row["categorie__slug"]
    plek = show_plek(
        lon=row["lon"], lat=row["lat"], adres=row["adres"], hoofdcategorie=hoofd, categorie=row["categorie__slug"]
    )
    is_closed = row["zaak__einddatum"] is not None
    vak_x, vak_y = vak_of(plek.lon, plek.lat)
    return OpenbareMelding(
        melding_id=row["pk"],
        zaak_id=row["zaak_id"],
        nummer=before.nummer if before else nummer_of(row["pk"]),
        hoofdcategorie=hoofd,
        categorie=row["categorie__slug"],
        gebied=row["gebied__code"] or "",
        plek=plek.naam,
        lon=plek.lon,
        lat=plek.lat,
        is_precies=plek.is_precies,
        stand=stand_of(row["zaak__statustype__omschrijving"] or "", is_closed=is_closed),
        is_open=not is_closed,
        gemeld_op=row["gemeld_op"],
        norm_op=row["verwacht_op"],
        gepland_op=row["gepland_op"],
        afgehandeld_op=row["zaak__einddatum"],
        zichtbaar_op=before.zichtbaar_op if before else seen_at(row["gemeld_op"], now),
        gesloten_op=closed_at(row, before, now) if is_closed else None,
        gewijzigd_op=now,
        vak_x=vak_x,
        vak_y=vak_y,
    )


def seen_at(gemeld_op: datetime, now: datetime) -> datetime:
    """Since when it is visible: since now, or since its own day when that is past."""
    return now if now - gemeld_op < FRESH else gemeld_op


def closed_at(row: Row, before: OpenbareMelding | None, now: datetime) -> datetime:
    """When the neighbourhood could see that it was handled."""
    if before is not None and before.gesloten_op is not None:
        return before.gesloten_op
    ended = datetime.combine(row["zaak__einddatum"], datetime.min.time(), clock.AMSTERDAM)
    return now if now - ended < FRESH else ended


def differs(made: OpenbareMelding, before: OpenbareMelding | None) -> bool:
    """Whether there is anything to write. Unchanged rows keep their moment, so that copies of others stay good."""
    if before is None:
        return True
    return any(getattr(made, name) != getattr(before, name) for name in CHANGING if name != "gewijzigd_op")


def nummer_of(melding_id: UUID) -> str:
    """The public number of a report."""
    return write_nummer(salted_hmac("stoep.buurt.nummer", str(melding_id), algorithm="sha256").digest())


def count_vakken(
    old: Iterable[OpenbareMelding],
    new: Iterable[OpenbareMelding],
    gone: Iterable[UUID],
    before: Mapping[UUID, OpenbareMelding],
) -> None:
    """Let the squares of the map count what changed."""
    counted: Counter[tuple[int, int, int, str, bool, int]] = Counter()
    for row in new:
        counted.update(vakken_of(row))
    for row in (*old, *(before[pk] for pk in gone)):
        counted.subtract(vakken_of(row))
    changes = sorted((key, number) for key, number in counted.items() if number)
    if not changes:
        return
    columns = zip(*((*key, number) for key, number in changes), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [list(column) for column in columns])
    Kaartvak.objects.filter(aantal__lte=0).delete()


def vakken_of(row: OpenbareMelding) -> list[tuple[int, int, int, str, bool, int]]:
    """The squares in which a report counts, one for each size."""
    jaar = row.gemeld_op.astimezone(clock.AMSTERDAM).year
    return [
        (zoom, row.vak_x >> (FINEST - zoom), row.vak_y >> (FINEST - zoom), row.categorie, row.is_open, jaar)
        for zoom in ZOOMS
    ]
