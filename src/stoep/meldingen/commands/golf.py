"""Waves of reports: opening one by itself, widening, closing, and taking a report out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Max

from stoep.foundation import audit, clock, outbox
from stoep.gebieden.models import Gebied
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.errors import GolfAlreadyClosed, GolfNaamMissing, NotInGolf
from stoep.meldingen.events import GolfClosed, GolfOpened
from stoep.meldingen.models import Categorie, Golf, GolfBereik, Melding
from stoep.meldingen.queries.instellingen import golfregel
from stoep.meldingen.rules.storm import LOOK_BACK_DAYS, STANDARD, Golfregel, decide_golf, is_over, usual_in_window
from stoep.toegang.actors import SYSTEM, Actor
from stoep.zaken.commands import record_gebeurtenis

# One statement per report: the open wave that it joins, and how many like it there are now, at how many places. It
# reads the settings itself, and counts no further than what is enough: a large wave costs no more than a small one.
AROUND = """
WITH regel AS (SELECT coalesce(max(golf_meldingen), %(meldingen)s) AS meldingen,
               coalesce(max(golf_minuten), %(minuten)s) AS minuten FROM meldingen_meldinginstellingen)
SELECT (SELECT g.id FROM meldingen_golf g JOIN meldingen_golfbereik b ON b.golf_id = g.id
        WHERE g.gesloten_op IS NULL AND g.begonnen_op <= %(now)s
          AND b.categorie_id = %(categorie)s AND b.gebied_id = %(gebied)s
        ORDER BY g.begonnen_op LIMIT 1),
       count(m.lon), count(DISTINCT (round(m.lon::numeric, 3), round(m.lat::numeric, 3)))
           FILTER (WHERE m.lon IS NOT NULL), regel.meldingen
FROM regel LEFT JOIN LATERAL (
    SELECT lon, lat FROM meldingen_melding WHERE categorie_id = %(categorie)s AND gebied_id = %(gebied)s
    AND gemeld_op > %(now)s - make_interval(mins => regel.minuten) AND gemeld_op <= %(now)s
    AND misbruik IN ('', 'in_orde') LIMIT 120) m ON true
GROUP BY regel.meldingen
"""


def join_golf(melding: Melding) -> None:
    """Put a new report into the open wave of its subject and area, or open one when the rule says so.

    The caller stores the report. It costs one statement; a few more only when there are many.
    """
    if melding.gebied_id is None:
        return
    now = clock.now()
    values: dict[str, UUID | datetime | int] = {
        "categorie": melding.categorie_id,
        "gebied": melding.gebied_id,
        "now": now,
        "meldingen": STANDARD.meldingen,
        "minuten": STANDARD.minuten,
    }
    with connection.cursor() as cursor:
        cursor.execute(AROUND, values)
        golf_id, aantal, plekken, least = cursor.fetchone()
    if golf_id is None and aantal + 1 >= least:
        golf_id = open_when_flood(melding, aantal=aantal + 1, plekken=plekken + 1)
    melding.golf_id = golf_id


def open_when_flood(melding: Melding, *, aantal: int, plekken: int) -> UUID | None:
    """Open a wave when there are far more than usual; answers its id. Two at once open one."""
    regel = golfregel()
    oordeel = decide_golf(aantal=aantal, plekken=plekken, gewoon=usual_now(melding, regel), regel=regel)
    if not oordeel.is_golf:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"golf:{melding.categorie_id}"])
    known = GolfBereik.objects.filter(
        golf__gesloten_op__isnull=True, categorie=melding.categorie_id, gebied=melding.gebied_id
    ).first()
    if known is not None:
        return known.golf_id
    gebied = melding.gebied
    naam = f"{melding.categorie.naam} in {gebied.naam}" if gebied else melding.categorie.naam
    return open_golf(naam=naam, categorie=melding.categorie, gebied=gebied, waarom=oordeel.waarom, actor=SYSTEM).pk


def usual_now(melding: Melding, regel: Golfregel) -> float:
    """How many of these there usually are in the window at this time of the day."""
    now = clock.now()
    hour = now.astimezone(clock.AMSTERDAM).hour
    hours = [(hour + shift) % 24 for shift in (-1, 0, 1)]
    found = Melding.objects.filter(
        categorie=melding.categorie_id,
        gebied=melding.gebied_id,
        gemeld_op__range=(now - timedelta(days=LOOK_BACK_DAYS + 1), now - timedelta(days=1)),
        gemeld_op__hour__in=hours,
    ).count()
    return usual_in_window(found, regel=regel)


@transaction.atomic
def open_golf(
    *, naam: str, categorie: Categorie, gebied: Gebied | None, waarom: str = "", ontvangsttekst: str = "", actor: Actor
) -> Golf:
    """Open a wave for a subject in an area; the reports like it of the window belong to it."""
    actor.require("zaken.set_status")
    if not naam.strip():
        raise GolfNaamMissing
    golf: Golf = Golf.objects.create(
        naam=naam.strip()[:120], begonnen_op=clock.now(), waarom=waarom, ontvangsttekst=ontvangsttekst
    )
    if gebied is not None:
        add_bereik(golf, categorie, gebied, since=golfregel().window)
    audit.record(actor, "meldingen.open_golf", subject=golf.ref)
    outbox.publish(GolfOpened(golf_id=golf.pk, categorie=categorie.slug, gebied=gebied.code if gebied else ""))
    return golf


def add_bereik(golf: Golf, categorie: Categorie, gebied: Gebied, *, since: timedelta) -> int:
    """Let a wave cover a subject in an area too, with its open reports of this time. Answers how many came in."""
    GolfBereik.objects.get_or_create(golf=golf, categorie=categorie, gebied=gebied)
    loose = (
        Melding.objects.open()
        .trusted()
        .filter(
            categorie=categorie, gebied=gebied, golf__isnull=True, gemeld_op__range=(clock.now() - since, clock.now())
        )
    )
    return Melding.objects.filter(pk__in=list(loose.values_list("pk", flat=True))).update(golf=golf)


@transaction.atomic
def change_golf(
    golf_id: UUID,
    *,
    naam: str,
    ontvangsttekst: str = "",
    categorieen: Sequence[UUID] = (),
    gebieden: Sequence[UUID] = (),
    actor: Actor,
) -> int:
    """Name a wave, write what new reporters hear, and widen it to more subjects and areas. Answers how many came in."""
    actor.require("zaken.set_status")
    golf = take_golf(golf_id)
    if not naam.strip():
        raise GolfNaamMissing
    golf.naam, golf.ontvangsttekst = naam.strip()[:120], ontvangsttekst
    golf.save(update_fields=["naam", "ontvangsttekst"])
    came = 0
    if golf.is_open and (categorieen or gebieden):
        have = list(golf.bereiken.values_list("categorie", "gebied"))
        subjects = Categorie.objects.filter(pk__in={*categorieen, *(categorie for categorie, _ in have)})
        areas = list(Gebied.objects.filter(pk__in={*gebieden, *(gebied for _, gebied in have)}))
        for categorie in subjects:
            came += sum(add_bereik(golf, categorie, gebied, since=timedelta(hours=24)) for gebied in areas)
    audit.record(actor, "meldingen.change_golf", subject=golf.ref)
    return came


@transaction.atomic
def close_golf(golf_id: UUID, *, actor: Actor) -> None:
    """No new reports join any more; those in it stay together."""
    actor.require("zaken.set_status")
    golf = take_golf(golf_id)
    if not golf.is_open:
        raise GolfAlreadyClosed
    golf.gesloten_op = clock.now()
    golf.save(update_fields=["gesloten_op"])
    audit.record(actor, "meldingen.close_golf", subject=golf.ref)
    outbox.publish(GolfClosed(golf_id=golf.pk))


@transaction.atomic
def take_out_of_golf(melding_id: UUID, *, actor: Actor) -> None:
    """A report turned out to be something else: it stands by itself again."""
    melding: Melding = Melding.objects.visible_to(actor).select_related("zaak__zaaktype", "golf").locked(melding_id)
    actor.require("zaken.set_status", melding)
    if melding.golf is None:
        raise NotInGolf
    naam = melding.golf.naam
    melding.golf = None
    melding.save(update_fields=["golf"])
    record_gebeurtenis(melding.zaak_id, soort="uit_golf", waarden={"golf": naam}, actor=able(actor, "zaken.read"))
    audit.record(actor, "meldingen.take_out_of_golf", subject=melding.ref)


def close_silent_golven() -> int:
    """Close the waves in which nothing came in for hours. Answers how many."""
    closed, regel, now = 0, golfregel(), clock.now()
    rows = Golf.objects.open().annotate(laatste=Max("meldingen__gemeld_op"))
    for golf_id, begonnen_op, laatste in rows.values_list("pk", "begonnen_op", "laatste"):
        if is_over(laatste=max(laatste or begonnen_op, begonnen_op), now=now, regel=regel):
            close_golf(golf_id, actor=SYSTEM)
            closed += 1
    return closed


def take_golf(golf_id: UUID) -> Golf:
    """Lock a wave. Raises NotFound."""
    golf: Golf = Golf.objects.locked(golf_id)
    return golf
