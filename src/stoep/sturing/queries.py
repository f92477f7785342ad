"""Reading figures: a group's distribution, its course in time, and until when everything was counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Min, Q
from django.db.models.functions import TruncMonth

from stoep.foundation import clock
from stoep.foundation.models import Delivery
from stoep.foundation.outbox.listeners import key_of
from stoep.sturing.handlers import on_melding_changed
from stoep.sturing.models import Meldingcijfer, MeldingcijferQuerySet
from stoep.sturing.rules.perioden import Periode
from stoep.sturing.rules.verdeling import Verdeling
from stoep.toegang.actors import Actor

RIGHT = "sturing.read"
GROUPS = ("hoofdcategorie", "categorie", "gebied", "afdeling", "kanaal", "maand")


@dataclass(frozen=True, slots=True)
class Keuze:
    """Which reports are counted; an empty field counts all. `categorie` may be a heading as well."""

    periode: Periode
    categorie: str = ""
    gebied: str = ""
    afdeling: str = ""
    kanaal: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a choice, with what they are compared with. A group is a code, or the first day of a month."""

    groepen: dict[str | date, Verdeling]
    totaal: Verdeling
    ervoor: Verdeling
    jaar_eerder: Verdeling
    per_dag: Counter[date]
    per_dag_jaar_eerder: Counter[date]


@dataclass(frozen=True, slots=True)
class Stand:
    """Until when everything was counted. `wachtend`: what still must be; `stilgezet`: what needs a person."""

    bijgewerkt_tot: datetime
    wachtend: int
    stilgezet: int


def read_figures(keuze: Keuze, per: str, *, actor: Actor) -> Figures:
    """The figures, by the group that `per` names. At most four queries, whatever there is. Raises NotAllowed."""
    actor.require(RIGHT)
    if per not in GROUPS:
        raise ValueError(per)
    periode, earlier = keuze.periode, keuze.periode.year_earlier()
    groepen = count_groups(keuze, per)
    totaal = Verdeling()
    for groep in groepen.values():
        totaal.include(groep)
    ervoor = count_all(keuze, periode.before())
    jaar_eerder = ervoor if periode.before() == earlier else count_all(keuze, earlier)
    days = count_days(keuze, periode, earlier)
    return Figures(
        groepen=groepen,
        totaal=totaal,
        ervoor=ervoor,
        jaar_eerder=jaar_eerder,
        per_dag=Counter({day: number for day, number in days.items() if periode.van <= day <= periode.tot}),
        per_dag_jaar_eerder=Counter({day: number for day, number in days.items() if earlier.van <= day <= earlier.tot}),
    )


def chosen(keuze: Keuze) -> MeldingcijferQuerySet:
    """The rows of a choice, of all times."""
    rows: MeldingcijferQuerySet = Meldingcijfer.objects.all()
    if keuze.categorie:
        rows = rows.filter(Q(categorie=keuze.categorie) | Q(hoofdcategorie=keuze.categorie))
    for name in ("gebied", "afdeling", "kanaal"):
        if value := getattr(keuze, name):
            rows = rows.filter(**{name: value})
    return rows


def count_groups(keuze: Keuze, per: str) -> dict[str | date, Verdeling]:
    """A distribution for each group, counted by the database per number of working days."""
    groepen: defaultdict[str | date, Verdeling] = defaultdict(Verdeling)
    rows = chosen(keuze).between(keuze.periode.van, keuze.periode.tot)
    key = TruncMonth("gemeld_op") if per == "maand" else F(per)
    for groep, werkdagen, aantal, op_tijd, open_te_laat, heropend in counted(rows.annotate(groep=key), "groep"):
        groepen[groep].add(werkdagen, aantal, op_tijd=op_tijd, open_te_laat=open_te_laat, heropend=heropend)
    return dict(groepen)


def count_all(keuze: Keuze, periode: Periode) -> Verdeling:
    """One distribution of a whole period."""
    verdeling = Verdeling()
    for werkdagen, aantal, op_tijd, open_te_laat, heropend in counted(chosen(keuze).between(periode.van, periode.tot)):
        verdeling.add(werkdagen, aantal, op_tijd=op_tijd, open_te_laat=open_te_laat, heropend=heropend)
    return verdeling


def counted(rows: MeldingcijferQuerySet, *groups: str) -> Iterator[tuple[Any, ...]]:
    """Per group and number of working days: how many, in time, open after their day, and opened again."""
    in_time = Q(afgehandeld_op__lte=F("norm_op"))
    late = Q(afgehandeld_op__isnull=True, norm_op__lt=clock.today())
    return iter(
        rows.values_list(*groups, "werkdagen")
        .annotate(
            aantal=Count("*"),
            op_tijd=Count("pk", filter=in_time),
            te_laat=Count("pk", filter=late),
            opnieuw=Count("pk", filter=Q(heropend__gt=0)),
        )
        .order_by()
    )


def count_days(keuze: Keuze, *perioden: Periode) -> dict[date, int]:
    """How many were reported on each day of these periods."""
    within = Q()
    for periode in perioden:
        within |= Q(gemeld_op__range=(periode.van, periode.tot))
    return dict(chosen(keuze).filter(within).values_list("gemeld_op").annotate(aantal=Count("*")).order_by())


def read_stand() -> Stand:
    """Until when everything was counted: now, or the moment of the oldest event that still must be."""
    waiting = Delivery.objects.filter(handler=key_of(on_melding_changed)).aggregate(
        oldest=Min("event__occurred_at"), number=Count("*"), parked=Count("parked_at")
    )
    return Stand(waiting["oldest"] or clock.now(), waiting["number"], waiting["parked"])


def find_first_day() -> date | None:
    """The day of the oldest report that was counted; None when there is none."""
    first: date | None = Meldingcijfer.objects.aggregate(first=Min("gemeld_op"))["first"]
    return first
