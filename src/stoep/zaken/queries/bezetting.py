"""Who is there and how much work they have: the facts behind an assignment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Q, Value, When

from stoep.foundation import clock
from stoep.foundation.remembered import remembered
from stoep.organisatie.models import Afwezigheid, Lidmaatschap, Medewerker
from stoep.organisatie.queries import hours_present
from stoep.zaken.models import Toewijzingsregel, Zaak
from stoep.zaken.rules.toewijzing import SOON, Bezetting, Kandidaat, Regel, weigh

LATE, NEAR, FAR, STILL = range(4)
WEIGHT_OF = {
    LATE: weigh(-1),
    NEAR: weigh(SOON),
    FAR: weigh(None),
    STILL: weigh(None, is_suspended=True),
}


@remembered("zaken_toewijzingsregel")
def load_regels() -> Sequence[Regel]:
    """All rules that are on, as plain values. There are tens, so one query reads them all."""
    return tuple(as_regel(row) for row in Toewijzingsregel.objects.filter(actief=True))


def as_regel(row: Toewijzingsregel) -> Regel:
    """A row as the value that the rule works on."""
    return Regel(
        naam=row.naam,
        medewerker=row.medewerker_id,
        groep=row.groep_id,
        kies_lid=row.kies_lid,
        prioriteit=row.prioriteit,
        zaaktypen=frozenset(row.zaaktypen),
        categorieen=frozenset(row.categorieen),
        gebieden=frozenset(row.gebieden),
        kanalen=frozenset(row.kanalen),
        weekdagen=frozenset(row.weekdagen),
        alleen_spoed=row.alleen_spoed,
        uur_van=row.uur_van,
        uur_tot=row.uur_tot,
    )


def load_bezetting(regel: Regel) -> Bezetting:
    """The people who could get a zaak by this rule, with those who replace them: a fixed number of queries."""
    bezetting = load_presence(regel, clock.today())
    work = weigh_work(bezetting.kandidaten) if bezetting.kandidaten else {}
    return replace(
        bezetting,
        kandidaten={key: replace(one, werk=work.get(key, 0.0)) for key, one in bezetting.kandidaten.items()},
    )


@remembered(
    "organisatie_afwezigheid",
    "organisatie_groep",
    "organisatie_lidmaatschap",
    "organisatie_medewerker",
    "organisatie_rooster",
)
def load_presence(regel: Regel, today: date) -> Bezetting:
    """The same, without the work that they have: that changes with every zaak."""
    absent = dict(
        Afwezigheid.objects.filter(van__lte=today, tot__gte=today)
        .order_by("van")
        .values_list("medewerker_id", "vervanger_id")
    )
    members = list(members_of(regel))
    wanted = {regel.medewerker} if regel.medewerker else set(members)
    people = with_replacements(wanted, absent)
    if not people or (regel.groep and not regel.kies_lid):
        return Bezetting()
    names = dict(Medewerker.objects.filter(pk__in=people, actief=True).values_list("pk", "naam"))
    hours = hours_present(names, today - timedelta(days=today.weekday()))
    kandidaten = {
        one: Kandidaat(
            id=one,
            naam=name,
            werk=0.0,
            uren=hours.get(one, 0.0),
            is_afwezig=one in absent,
            vervanger=absent.get(one),
        )
        for one, name in names.items()
    }
    leden = {regel.groep: tuple(members)} if regel.groep else {}
    return Bezetting(kandidaten, leden, groep_van=group_of(regel))


def members_of(regel: Regel) -> Iterable[UUID]:
    """The members of the group that the rule names."""
    if regel.groep is None or not regel.kies_lid:
        return ()
    return Lidmaatschap.objects.filter(groep_id=regel.groep).values_list("medewerker_id", flat=True)


def group_of(regel: Regel) -> dict[UUID, UUID]:
    """The group to fall back on when a named person is absent without replacement."""
    if regel.medewerker is None:
        return {}
    found = (
        Lidmaatschap.objects.filter(medewerker_id=regel.medewerker)
        .order_by("groep__naam")
        .values_list("groep_id", flat=True)
        .first()
    )
    return {regel.medewerker: found} if found else {}


def with_replacements(wanted: set[UUID], absent: Mapping[UUID, UUID | None]) -> set[UUID]:
    """These people and whoever replaces them, and so on until the end."""
    people = set(wanted)
    waiting = list(wanted)
    while waiting:
        replacement = absent.get(waiting.pop())
        if replacement is not None and replacement not in people:
            people.add(replacement)
            waiting.append(replacement)
    return people


def weigh_work(medewerker_ids: Iterable[UUID]) -> dict[UUID, float]:
    """Open zaken per employee, weighted by term, in one query."""
    today = clock.today()
    urgency = Case(
        When(opschorting_indicatie=True, then=Value(STILL)),
        When(einddatum_gepland__lt=today, then=Value(LATE)),
        When(einddatum_gepland__lte=today + timedelta(days=SOON), then=Value(NEAR)),
        default=Value(FAR),
        output_field=IntegerField(),
    )
    rows = (
        Zaak.objects.filter(Q(behandelaar_id__in=list(medewerker_ids)), einddatum__isnull=True)
        .annotate(urgency=urgency, person=F("behandelaar_id"))
        .values_list("person", "urgency")
        .annotate(number=Count("pk"))
        .order_by()
    )
    work: dict[UUID, float] = {}
    for person, degree, number in rows:
        work[person] = work.get(person, 0.0) + WEIGHT_OF[degree] * number
    return work
