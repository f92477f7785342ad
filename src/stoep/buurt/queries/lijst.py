"""The list of public reports: by keys and not by page number, so that page thousand costs as much as page one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from stoep.buurt.models import Onderdeel, OpenbareMelding, OpenbareMeldingQuerySet, Vrijgave
from stoep.buurt.queries.onderwerpen import Onderwerp
from stoep.buurt.rules.verloop import STAND_ICONS, TONEN
from stoep.buurt.rules.wensen import Wens, days_of
from stoep.foundation import clock

SIZE = 25
COUNTED_UP_TO = 1000


@dataclass(frozen=True, slots=True)
class Regel:
    """A report in the list, with its words."""

    melding: OpenbareMelding
    onderwerp: str
    icoon: str
    gebied: str
    toon: str
    stand_icoon: str
    foto: str

    @property
    def plek(self) -> str:
        """Street and quarter, as far as known; a village is not named twice."""
        plek = self.melding.plek
        return " · ".join(part for part in (plek, "" if plek.endswith(self.gebied) else self.gebied) if part)


@dataclass(frozen=True, slots=True)
class Lijst:
    """One page, with the keys of the page before and after it."""

    rows: Sequence[OpenbareMelding]
    voor: str
    na: str


def select_openbaar(wens: Wens, onderwerpen: Mapping[str, Onderwerp]) -> OpenbareMeldingQuerySet:
    """The public reports that somebody wants to see, in no order."""
    found: OpenbareMeldingQuerySet = OpenbareMelding.objects.all()
    if wens.categorie:
        is_head = wens.categorie in onderwerpen and not onderwerpen[wens.categorie].hoofd
        found = found.filter(Q(hoofdcategorie=wens.categorie) if is_head else Q(categorie=wens.categorie))
    if wens.gebied:
        found = found.filter(gebied=wens.gebied)
    if wens.stand != "alles":
        found = found.filter(is_open=wens.stand == "open")
    days = days_of(wens.periode, clock.today())
    if days:
        found = found.filter(gemeld_op__gte=midnight(days[0]), gemeld_op__lt=midnight(days[1]))
    if wens.vak:
        found = found.within(wens.vak)
    return found


def list_openbaar(wens: Wens, onderwerpen: Mapping[str, Onderwerp], *, size: int = SIZE) -> Lijst:
    """A page, newest first. A key that means nothing gives the first page."""
    found = select_openbaar(wens, onderwerpen)
    key = key_of(wens.voor or wens.na)
    backwards = bool(wens.voor and key)
    if key:
        op, nummer = key
        beyond = (
            Q(gemeld_op__gt=op) | Q(gemeld_op=op, nummer__gt=nummer)
            if backwards
            else Q(gemeld_op__lt=op) | Q(gemeld_op=op, nummer__lt=nummer)
        )
        # The range is there for the index; the condition decides between reports of one moment.
        found = found.filter(Q(gemeld_op__gte=op) if backwards else Q(gemeld_op__lte=op)).filter(beyond)
    order = ("gemeld_op", "nummer") if backwards else ("-gemeld_op", "-nummer")
    rows = list(found.order_by(*order)[: size + 1])
    has_more = len(rows) > size
    rows = rows[:size]
    if backwards:
        rows.reverse()
    if not rows:
        return Lijst([], "", "")
    before = rows[0].nummer if (key and not backwards) or (backwards and has_more) else ""
    after = rows[-1].nummer if backwards or has_more else ""
    return Lijst(rows, before, after)


def key_of(nummer: str) -> tuple[datetime, str] | None:
    """Where a report stands in the order; None when there is no such report."""
    if not nummer:
        return None
    return OpenbareMelding.objects.filter(nummer=nummer).values_list("gemeld_op", "nummer").first()


def count_openbaar(wens: Wens, onderwerpen: Mapping[str, Onderwerp]) -> int:
    """How many there are; counting stops where nobody reads on."""
    return select_openbaar(wens, onderwerpen).order_by()[: COUNTED_UP_TO + 1].count()


def regels_of(
    rows: Sequence[OpenbareMelding], onderwerpen: Mapping[str, Onderwerp], gebieden: Mapping[str, str]
) -> list[Regel]:
    """Reports with their words and the photo that was released first, in one query."""
    fotos: dict[object, str] = {}
    released = Vrijgave.objects.released().filter(
        melding_id__in=[row.melding_id for row in rows], onderdeel=Onderdeel.FOTO
    )
    for melding_id, pk in released.order_by("id").values_list("melding_id", "pk"):
        fotos.setdefault(melding_id, str(pk))
    return [
        Regel(
            melding=row,
            onderwerp=onderwerpen[row.categorie].naam if row.categorie in onderwerpen else row.categorie,
            icoon=icon_of(row, onderwerpen),
            gebied=gebieden.get(row.gebied, ""),
            toon=TONEN[row.stand],
            stand_icoon=STAND_ICONS[row.stand],
            foto=fotos.get(row.melding_id, ""),
        )
        for row in rows
    ]


def icon_of(row: OpenbareMelding, onderwerpen: Mapping[str, Onderwerp]) -> str:
    """The icon of its heading."""
    found = onderwerpen.get(row.hoofdcategorie) or onderwerpen.get(row.categorie)
    return found.icoon if found else "map-pin"


def midnight(day: date) -> datetime:
    """The beginning of a day in the Netherlands."""
    return datetime(day.year, day.month, day.day, tzinfo=clock.AMSTERDAM)
