"""Reading accounts, roles and what an account may."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from stoep.foundation.errors import NotFound
from stoep.toegang.actors import Actor, ActorKind, Grant, Vertrouwelijkheid
from stoep.toegang.models import Account, Inlogpoging, Recht, Rol, normal_username
from stoep.toegang.rules.rechten import is_known, names_of
from stoep.toegang.secrets import hash_of_name

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
