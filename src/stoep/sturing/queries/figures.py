"""Reading figures: a group's counts, its course in time, the age of what is open, and until when all was counted.

Whole months are read from the sums per month, the days at the edges from those per day. So a page over years reads some
thousands of rows, however many reports there are. Only who filters twice and groups by yet another reads finer counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Count, F, Min, Model, Q, QuerySet, Sum, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import TruncMonth

from stoep.foundation import clock
from stoep.foundation.models import Delivery
from stoep.foundation.outbox.listeners import key_of
from stoep.sturing.handlers import on_melding_changed
from stoep.sturing.models import Cijfersom, Maandcijfer, Meldingcijfer
from stoep.sturing.rules.perioden import IN_WEEKS_UP_TO, Periode, split_months
from stoep.sturing.rules.sommen import OF_DAY, OF_MONTH, level_of
from stoep.sturing.rules.verdeling import GRENZEN, Verdeling
from stoep.toegang.actors import Actor

RIGHT = "sturing.read"
GROUPS = ("hoofdcategorie", "categorie", "gebied", "afdeling", "kanaal", "maand")
FILTERS = ("categorie", "gebied", "afdeling", "kanaal")
SUMS = (
    "aantal",
    "afgehandeld",
    "op_tijd",
    "heropend",
    "herverdeeld",
    "beoordelingen",
    "tevreden",
    "volgers",
    "opdrachten",
    "opdrachten_op_tijd",
    "werkdagen_som",
    "werkdagen_kwadraat",
)
FROM_CUBE: dict[str, Any] = {f"n{place}": Sum(name) for place, name in enumerate(SUMS)} | {
    f"d{place}": Sum(f"duren__{place}") for place in range(len(GRENZEN))
}
FROM_ROWS: dict[str, Any] = {
    f"n{place}": expression
    for place, expression in enumerate(
        (
            Count("pk"),
            Count("werkdagen"),
            Count("pk", filter=Q(afgehandeld_op__lte=F("norm_op"))),
            Count("pk", filter=Q(heropend__gt=0)),
            Count("pk", filter=Q(herverdeeld__gt=0)),
            Count("tevreden"),
            Count("pk", filter=Q(tevreden=True)),
            Sum("volgers"),
            Sum("opdrachten"),
            Sum("opdrachten_op_tijd"),
            Sum("werkdagen"),
            Sum(F("werkdagen") * F("werkdagen")),
        )
    )
} | {
    f"d{place}": Count("pk", filter=Q(werkdagen__gt=below, werkdagen__lte=upto))
    for place, (below, upto) in enumerate(zip((-1, *GRENZEN[:-1]), GRENZEN, strict=True))
}
LEEFTIJDEN = (7, 14, 28, 56, 91, 182, 365)
ModelT = TypeVar("ModelT", bound=Model)
Groepen = dict[str | date, Verdeling]


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
    """The figures of a choice, with what they are compared with. A group is a code, or the first day of a month.

    `verloop` has counts per day, or per month when the period is long; `leeftijden` how many open ones are at most so
    many days old (the last is older than all).
    """

    groepen: Groepen
    totaal: Verdeling
    ervoor: Verdeling
    jaar_eerder: Verdeling
    verloop: Groepen
    verloop_jaar_eerder: Groepen
    leeftijden: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Until when everything was counted. `wachtend`: what still must be; `stilgezet`: what needs a person."""

    bijgewerkt_tot: datetime
    wachtend: int
    stilgezet: int


def read_figures(keuze: Keuze, per: str, *, actor: Actor) -> Figures:
    """The figures, by the group that `per` names. A fixed number of queries for a period. Raises NotAllowed."""
    actor.require(RIGHT)
    if per not in GROUPS:
        raise ValueError(per)
    periode, earlier = keuze.periode, keuze.periode.year_earlier()
    groepen = count_groups(keuze, periode, per)
    course = "maand" if periode.days > IN_WEEKS_UP_TO else "gemeld_op"
    verloop = groepen if per == course else count_groups(keuze, periode, course)
    verloop_earlier = count_groups(keuze, earlier, course)
    jaar_eerder = add_up(verloop_earlier)
    ervoor = jaar_eerder if periode.before() == earlier else count_all(keuze, periode.before())
    return Figures(groepen, add_up(groepen), ervoor, jaar_eerder, verloop, verloop_earlier, count_ages(keuze))


def add_up(groepen: Mapping[str | date, Verdeling]) -> Verdeling:
    """All groups together."""
    total = Verdeling()
    for groep in groepen.values():
        total.include(groep)
    return total


def chosen(rows: QuerySet[ModelT], keuze: Keuze) -> QuerySet[ModelT]:
    """The rows of a choice, of all times."""
    if keuze.categorie:
        rows = rows.filter(Q(categorie=keuze.categorie) | Q(hoofdcategorie=keuze.categorie))
    for name in FILTERS[1:]:
        if value := getattr(keuze, name):
            rows = rows.filter(**{name: value})
    return rows


def count_all(keuze: Keuze, periode: Periode) -> Verdeling:
    """One count of a whole period."""
    return count_groups(keuze, periode, "").get("", Verdeling())


def count_groups(keuze: Keuze, periode: Periode, per: str) -> Groepen:
    """A count for each group: by a code, by `maand`, by `gemeld_op` (the day), or "" for all as one."""
    found: Groepen = {}
    months, edges = (None, [periode]) if per == "gemeld_op" else split_months(periode)
    level = level_of([per, *(name for name in FILTERS if getattr(keuze, name))])
    rows = chosen(Meldingcijfer.objects.all(), keuze)
    for stap, parts, kept in (("m", [months] if months else [], OF_MONTH), ("d", edges, OF_DAY)):
        if parts and level in kept:
            sums = chosen(Cijfersom.objects.filter(within("dag", parts), stap=stap, soort=level, aantal__gt=0), keuze)
            collect(found, sums.annotate(groep=groep_of(per, "dag")), FROM_CUBE)
        elif parts and stap == "m":
            cube = chosen(Maandcijfer.objects.filter(within("maand", parts)), keuze)
            collect(found, cube.annotate(groep=groep_of(per, "maand")), FROM_CUBE)
        elif parts:
            collect(
                found, rows.filter(within("gemeld_op", parts)).annotate(groep=groep_of(per, "gemeld_op")), FROM_ROWS
            )
    late = (
        rows.filter(afgehandeld_op__isnull=True, norm_op__lt=clock.today())
        .filter(gemeld_op__range=(periode.van, periode.tot))
        .annotate(groep=groep_of(per, "gemeld_op"))
        .values_list("groep")
        .annotate(number=Count("pk"))
        .order_by()
    )
    for key, number in late:
        found.setdefault(key, Verdeling()).open_te_laat += number
    return found


def groep_of(per: str, day: str) -> Combinable:
    """What rows are grouped by; `day` is their column with the day."""
    if per == "maand":
        return TruncMonth(day)
    if per == "gemeld_op":
        return F(day)
    return F(per) if per else Value("")


def within(name: str, parts: Iterable[Periode]) -> Q:
    """Days in one of these periods."""
    wanted = Q()
    for part in parts:
        wanted |= Q(**{f"{name}__range": (part.van, part.tot)})
    return wanted


def collect(found: Groepen, rows: QuerySet[Any], counts: dict[str, Any]) -> None:
    """Add what the database counted to the groups."""
    for key, *numbers in rows.values_list("groep").annotate(**counts).order_by():
        values = [number or 0 for number in numbers]
        sums = dict(zip(SUMS, values[: len(SUMS)], strict=True))
        duren = Counter({upto: number for upto, number in zip(GRENZEN, values[len(SUMS) :], strict=True) if number})
        found.setdefault(key, Verdeling()).include(Verdeling(**sums, duren=duren))


def count_ages(keuze: Keuze) -> tuple[int, ...]:
    """Of all that is open now, of whatever period: how many are up to each of these ages, and older."""
    today = clock.today().toordinal()
    bounds = (-1, *LEEFTIJDEN)
    filters: dict[str, Any] = {
        f"a{place}": Count(
            "pk", filter=Q(gemeld_op__lt=date.fromordinal(today - low), gemeld_op__gte=date.fromordinal(today - high))
        )
        for place, (low, high) in enumerate(zip(bounds, LEEFTIJDEN, strict=False))
    }
    filters["a7"] = Count("pk", filter=Q(gemeld_op__lt=date.fromordinal(today - LEEFTIJDEN[-1])))
    row = chosen(Meldingcijfer.objects.still_open(), keuze).aggregate(**filters)
    return tuple(row[f"a{place}"] for place in range(len(LEEFTIJDEN) + 1))


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
