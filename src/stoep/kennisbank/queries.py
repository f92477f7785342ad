"""Reading the knowledge base."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time

from django.db.models import Q

from stoep.foundation.errors import NotFound
from stoep.foundation.remembered import remembered
from stoep.kennisbank.models import AfwijkendeDag, Kanaal, Loket, Mededeling, MededelingQuerySet, Openingstijd
from stoep.kennisbank.rules.openingstijden import Blok, Openingstijden
from stoep.toegang.actors import Actor


def current_mededelingen(kanaal: Kanaal, on: datetime, *, gebied: str | None = None) -> list[Mededeling]:
    """Notices for a channel at a moment, newest first; with `gebied` only those of that area or of everywhere."""
    found = [item for item in coming_mededelingen(kanaal, on.astimezone(UTC).date()) if item.holds(on)]
    return [item for item in found if gebied is None or not item.gebieden or gebied in item.gebieden]


@remembered("kennisbank_mededeling")
def coming_mededelingen(kanaal: Kanaal, day: date) -> tuple[Mededeling, ...]:
    """The notices for a channel that hold on a day (of UTC) or begin later; nobody changes these rows."""
    begin = datetime.combine(day, time.min, tzinfo=UTC)
    return tuple(Mededeling.objects.on(kanaal).filter(Q(tot=None) | Q(tot__gt=begin), ingetrokken_op=None))


def list_mededelingen(actor: Actor) -> MededelingQuerySet:
    """All notices, for the editor. Raises NotAllowed."""
    actor.require("kennisbank.edit")
    return Mededeling.objects.all()


def get_mededeling(mededeling_id: str, actor: Actor) -> Mededeling:
    """One notice, for the editor. Raises NotFound, also when it may not be seen."""
    if not actor.may("kennisbank.edit"):
        raise NotFound
    return Mededeling.objects.one(mededeling_id)


@remembered("kennisbank_openingstijd", "kennisbank_afwijkendedag")
def openingstijden(today: date) -> dict[Loket, Openingstijden]:
    """The hours of phone and desk: the ordinary week, and the other days from `today` on. Two queries."""
    week: dict[str, dict[int, list[Blok]]] = defaultdict(lambda: defaultdict(list))
    for row in Openingstijd.objects.all():
        week[row.loket][row.weekdag].append(Blok(row.van, row.tot))
    other: dict[str, dict[date, list[Blok]]] = defaultdict(dict)
    for day in AfwijkendeDag.objects.filter(datum__gte=today):
        other[day.loket][day.datum] = [Blok(day.van, day.tot)] if day.van and day.tot else []
    return {loket: Openingstijden(week[loket.value], other[loket.value]) for loket in Loket}
