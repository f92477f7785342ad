"""Reading accounts, roles and what an account may."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Model, Prefetch, Q, QuerySet

from stoep.foundation.errors import NotFound
from stoep.toegang.actors import Actor, ActorKind, Grant, Vertrouwelijkheid
from stoep.toegang.models import Account, Inlogpoging, Recht, Rol, normal_username
from stoep.toegang.rules.rechten import is_known, names_of
from stoep.toegang.secrets import hash_of_name

ModelT = TypeVar("ModelT", bound=Model)
MANAGE = "toegang.manage"


def actor_of(account: Account) -> Actor:
    """The actor of an employee, with the rights of all roles: one query."""
    rows = (
        Recht.objects.filter(rol__account_rollen__account=account)
        .order_by("right", "zaaktype", "up_to")
        .values_list("right", "zaaktype", "up_to")
        .distinct()
    )
    grants = tuple(Grant(right, zaaktype, Vertrouwelijkheid(up_to)) for right, zaaktype, up_to in rows)
    return Actor(ActorKind.EMPLOYEE, str(account.pk), account.get_full_name(), grants)


def limit_to_grants(
    queryset: QuerySet[ModelT],
    actor: Actor,
    right: str,
    *,
    zaaktype_field: str = "",
    vertrouwelijkheid_field: str = "",
    catalogus_field: str = "",
) -> QuerySet[ModelT]:
    """Limit a queryset to what `actor` may with `right`: the same answer as `actor.may`, as one condition.

    The fields are paths to what `Guard` holds: the name of the type, the vertrouwelijkheidaanduiding and the id of
    the catalogus. A table without type or catalogus counts as "", one without confidentiality as openbaar.
    """
    condition = condition_of(actor.grants_for(right), zaaktype_field, vertrouwelijkheid_field, catalogus_field)
    if condition is None:
        return queryset.none()
    return queryset.filter(condition) if condition else queryset


def condition_of(
    grants: Iterable[Grant], zaaktype_field: str, vertrouwelijkheid_field: str = "", catalogus_field: str = ""
) -> Q | None:
    """What these grants together ask of a row: an empty Q asks nothing, None is never met.

    Types that may be seen up to the same level are one condition, so that hundreds of them stay quick.
    """
    together: dict[tuple[str, Vertrouwelijkheid], set[str]] = {}
    for grant in grants:
        together.setdefault((grant.catalogus, grant.up_to), set()).add(grant.zaaktype)
    wanted = Q()
    for (catalogus, up_to), types in together.items():
        condition = condition_of_types(types, zaaktype_field)
        if condition is None or (catalogus != "*" and not catalogus_field):
            continue
        if catalogus != "*":
            condition &= Q(**{catalogus_field: catalogus})
        if vertrouwelijkheid_field and up_to is not Vertrouwelijkheid.ZEER_GEHEIM:
            condition &= Q(**{f"{vertrouwelijkheid_field}__in": [level.value for level in up_to.and_below()]})
        if not condition:
            return condition
        wanted |= condition
    return wanted or None


def condition_of_types(types: set[str], zaaktype_field: str) -> Q | None:
    """What it asks of a row to be of one of these types; without a field a row is of the type ""."""
    if "*" in types:
        return Q()
    if not zaaktype_field:
        return Q() if "" in types else None
    return Q(**{f"{zaaktype_field}__in": sorted(types)}) if len(types) > 1 else Q(**{zaaktype_field: next(iter(types))})


def list_accounts(actor: Actor, *, search: str = "") -> QuerySet[Account]:
    """All accounts with their roles, for whoever manages them."""
    actor.require(MANAGE)
    accounts: QuerySet[Account] = Account.objects.order_by(
        "-is_active", "first_name", "last_name", "pk"
    ).prefetch_related(Prefetch("account_rollen__rol", queryset=Rol.objects.order_by("naam")))
    for word in search.split():
        accounts = accounts.filter(
            Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(username__icontains=word)
        )
    return accounts


def get_account(account_id: UUID | str, actor: Actor) -> Account:
    """One account. Raises NotFound; NotAllowed unless it is one's own or one manages accounts."""
    if actor.kind is not ActorKind.EMPLOYEE or actor.id != str(account_id):
        actor.require(MANAGE)
    account: Account = Account.objects.one(account_id)
    return account


def list_rollen(actor: Actor) -> QuerySet[Rol]:
    """All roles, with the number of people who have them."""
    actor.require(MANAGE)
    return Rol.objects.annotate(
        people=Count("account_rollen", filter=Q(account_rollen__account__is_active=True), distinct=True)
    ).prefetch_related("rechten")


def get_rol(code: str, actor: Actor) -> Rol:
    """One role by its code. Raises NotFound."""
    actor.require(MANAGE)
    rol = list_rollen(actor).filter(code=code).first()
    if rol is None:
        raise NotFound
    return rol


def locked_until(username: str, now: datetime) -> datetime | None:
    """Until when signing in under this name is locked. None: it is not."""
    poging = Inlogpoging.objects.filter(name_hash=hash_of_name(normal_username(username)), locked_until__gt=now).first()
    return poging.locked_until if poging else None


def accounts_that_may(right: str) -> QuerySet[Account]:
    """Active accounts that have this right for anything at all."""
    if not is_known(right):
        raise ValueError(right)
    names = sorted(names_of(right))
    accounts: QuerySet[Account] = Account.objects.filter(is_active=True, account_rollen__rol__rechten__right__in=names)
    return accounts.distinct()
