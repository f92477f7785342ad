"""Set when phone and desk can be reached."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.kennisbank.models import AfwijkendeDag, Loket, Openingstijd
from stoep.toegang.actors import Actor


@transaction.atomic
def put_openingstijden(*, loket: Loket, week: Iterable[tuple[int, time, time]], actor: Actor) -> None:
    """Replace the ordinary week of phone or desk by (weekday, from, until); weekday 0 is Monday.

    The same week again changes nothing.
    """
    actor.require("kennisbank.edit")
    week = sorted(week)
    if week == sorted(Openingstijd.objects.filter(loket=loket).values_list("weekdag", "van", "tot")):
        return
    Openingstijd.objects.filter(loket=loket).delete()
    Openingstijd.objects.bulk_create(
        [Openingstijd(loket=loket, weekdag=weekday, van=begin, tot=end) for weekday, begin, end in week]
    )
    audit.record(actor, "kennisbank.put_openingstijden", subject=Ref("loket", loket.value))


@transaction.atomic
def put_afwijkende_dag(
    *, loket: Loket, datum: date, actor: Actor, van: time | None = None, tot: time | None = None, reden: str = ""
) -> None:
    """Set other hours for one day; without hours it is closed. The same hours again change nothing."""
    actor.require("kennisbank.edit")
    if AfwijkendeDag.objects.filter(loket=loket, datum=datum, van=van, tot=tot, reden=reden).exists():
        return
    AfwijkendeDag.objects.update_or_create(loket=loket, datum=datum, defaults={"van": van, "tot": tot, "reden": reden})
    audit.record(actor, "kennisbank.put_afwijkende_dag", subject=Ref("loket", loket.value))
