"""Reading the organisation. Who works where is no secret inside the house: every employee may see it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.kalender import is_feestdag
from stoep.foundation.remembered import remembered
from stoep.organisatie.models import Afdeling, Afwezigheid, Groep, Medewerker, Rooster
from stoep.organisatie.rules.aanwezigheid import Period, find_replacement, hours_in_week, monday_of, usual_hours
from stoep.toegang.actors import Actor, ActorKind
from stoep.toegang.models import Account

FoundT = TypeVar("FoundT")
INSIDE = (ActorKind.EMPLOYEE, ActorKind.SYSTEM)


def require_inside(actor: Actor) -> None:
    """Refuse whoever does not work here."""
    if actor.kind not in INSIDE:
        raise NotAllowed(right="organisatie.read")


def medewerker_of(actor: Actor) -> Medewerker | None:
    """The employee who acts. None for residents, applications and accounts without employee."""
    if actor.account_id is None:
        return None
    return Medewerker.objects.select_related("afdeling").filter(account_id=actor.account_id).first()


def get_medewerker(medewerker_id: UUID | str, actor: Actor) -> Medewerker:
    """One employee. Raises NotFound."""
    require_inside(actor)
    return Medewerker.objects.select_related("afdeling", "account").one(medewerker_id)


def list_medewerkers(
    *, afdeling: Afdeling | None = None, search: str = "", include_former: bool = False
) -> QuerySet[Medewerker]:
    """Employees in the order of their last name, with their department."""
    people = Medewerker.objects.select_related("afdeling")
    if not include_former:
        people = people.present()
    if afdeling is not None:
        people = people.filter(afdeling=afdeling)
    for word in search.split():
        people = people.filter(Q(naam__icontains=word) | Q(functie__icontains=word) | Q(afdeling__naam__icontains=word))
    return people


def list_afdelingen() -> QuerySet[Afdeling]:
    """Departments, with the number of people and groups."""
    return Afdeling.objects.annotate(
        people=Count("medewerkers", filter=Q(medewerkers__actief=True), distinct=True),
        groups=Count("groepen", distinct=True),
    )


def list_groepen() -> QuerySet[Groep]:
    """Groups, with their department and members."""
    members = Medewerker.objects.present()
    return Groep.objects.select_related("afdeling").prefetch_related(Prefetch("leden", queryset=members))


def groepen_of(medewerker: Medewerker) -> QuerySet[Groep]:
    """The groups of an employee."""
    return Groep.objects.filter(lidmaatschappen__medewerker=medewerker)


def leden_of(groep: Groep) -> QuerySet[Medewerker]:
    """The present members of a group."""
    return Medewerker.objects.present().filter(lidmaatschappen__groep=groep)


def hours_present(medewerker_ids: Iterable[UUID], week_start: date) -> dict[UUID, float]:
    """How many hours each employee is there in the week of `week_start`: three queries for any number."""
    ids = list(medewerker_ids)
    monday = monday_of(week_start)
    contracts = dict(Medewerker.objects.present().filter(pk__in=ids).values_list("pk", "uren_per_week"))
    rosters = {rooster.medewerker_id: rooster.uren for rooster in Rooster.objects.filter(medewerker_id__in=ids)}
    absences: dict[UUID, list[Period]] = {}
    for afwezigheid in Afwezigheid.objects.filter(medewerker_id__in=ids).between(monday, monday + timedelta(days=6)):
        absences.setdefault(afwezigheid.medewerker_id, []).append(Period(afwezigheid.van, afwezigheid.tot))
    return {
        key: hours_in_week(
            monday,
            rosters.get(key) or usual_hours(float(contracts[key])),
            absences.get(key, ()),
            is_feestdag,
        )
        if key in contracts
        else 0.0
        for key in ids
    }


def is_away(medewerker: Medewerker, day: date) -> bool:
    """Answer whether an employee is absent on this day."""
    return Afwezigheid.objects.filter(medewerker=medewerker).between(day, day).exists()


def replacement_of(medewerker: Medewerker, day: date) -> Medewerker | None:
    """Who replaces an employee on this day. None: the employee is there, or nobody was named."""
    away = dict(Afwezigheid.objects.between(day, day).values_list("medewerker_id", "vervanger_id"))
    found = find_replacement(medewerker.pk, away)
    return Medewerker.objects.present().select_related("afdeling").filter(pk=found).first() if found else None


def coming_absences(medewerker: Medewerker) -> QuerySet[Afwezigheid]:
    """Absences of an employee that are not over yet."""
    return Afwezigheid.objects.filter(medewerker=medewerker, tot__gte=clock.today()).select_related("vervanger")


def rooster_of(medewerker: Medewerker) -> tuple[float, ...]:
    """The hours from Monday to Sunday of an employee, by roster or by contract."""
    rooster = Rooster.objects.filter(medewerker=medewerker).first()
    return rooster.uren if rooster else usual_hours(float(medewerker.uren_per_week))


def get_afdeling(code: str) -> Afdeling:
    """One department by its code. Raises NotFound."""
    return found_or_refused(Afdeling.objects.filter(code=code).first())


@remembered("organisatie_medewerker")
def known_medewerker(medewerker_id: UUID) -> Medewerker:
    """One employee as value for others: nobody changes this row. Raises NotFound."""
    return Medewerker.objects.one(medewerker_id)


@remembered("organisatie_groep")
def known_groep(groep_id: UUID) -> Groep:
    """One group as value for others: nobody changes this row. Raises NotFound."""
    return Groep.objects.one(groep_id)


def get_groep(code: str) -> Groep:
    """One group by its code. Raises NotFound."""
    return found_or_refused(Groep.objects.select_related("afdeling").filter(code=code).first())


def found_or_refused(row: FoundT | None) -> FoundT:
    """The row, or NotFound."""
    if row is None:
        raise NotFound
    return row


def accounts_without_medewerker() -> QuerySet[Account]:
    """Active accounts that no employee has yet."""
    taken = Medewerker.objects.values("account_id")
    accounts: QuerySet[Account] = Account.objects.filter(is_active=True).exclude(pk__in=taken)
    return accounts
