"""Record that an employee is away, and who replaces them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.nederlands import day
from stoep.organisatie.commands.own_presence import require_own_or_manage
from stoep.organisatie.errors import (
    MedewerkerNotPresent,
    PeriodOverlaps,
    PeriodReversed,
    PeriodTooLong,
    ReplacesOneself,
)
from stoep.organisatie.models import Afwezigheid, Medewerker
from stoep.toegang.actors import Actor

LONGEST = timedelta(days=731)


@transaction.atomic
def record_afwezigheid(
    medewerker_id: UUID, *, van: date, tot: date, vervanger_id: UUID | None = None, actor: Actor
) -> Afwezigheid:
    """Record an absence from the first to the last day. The reason is not asked: it is nobody's business."""
    medewerker = Medewerker.objects.locked(medewerker_id)
    require_own_or_manage(actor, medewerker)
    vervanger = Medewerker.objects.one(vervanger_id) if vervanger_id else None
    refuse_period(van, tot)
    refuse_replacement(medewerker, vervanger)
    other = Afwezigheid.objects.filter(medewerker=medewerker).between(van, tot).first()
    if other is not None:
        raise PeriodOverlaps(naam=medewerker.naam, van=day(other.van), tot=day(other.tot))
    afwezigheid = Afwezigheid(medewerker=medewerker, van=van, tot=tot, vervanger=vervanger)
    afwezigheid.save(force_insert=True)
    audit.record(actor, "organisatie.afwezigheid_record", subject=medewerker.ref)
    return afwezigheid


def refuse_period(van: date, tot: date) -> None:
    """Refuse a period that is the wrong way round, or longer than two years."""
    if tot < van:
        raise PeriodReversed
    if tot - van > LONGEST:
        raise PeriodTooLong


def refuse_replacement(medewerker: Medewerker, vervanger: Medewerker | None) -> None:
    """Refuse a replacement who is the same person, or who left."""
    if vervanger is None:
        return
    if vervanger.pk == medewerker.pk:
        raise ReplacesOneself
    if not vervanger.actief:
        raise MedewerkerNotPresent(naam=vervanger.naam, field="vervanger")
