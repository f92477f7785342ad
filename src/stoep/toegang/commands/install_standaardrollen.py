"""Install the roles a municipality starts with, and bring rights that are new to roles that are there."""

from __future__ import annotations

from django.db import connection, transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.commands.change_rol import describe, store_rechten
from stoep.toegang.commands.create_rol import create_rol
from stoep.toegang.commands.derive_cms_rights import derive_cms_rights
from stoep.toegang.models import Account, Rol, Rolaanbod
from stoep.toegang.rules.standaardrollen import STANDAARDROLLEN, Standaardrol, new_grants


@transaction.atomic
def install_standaardrollen(*, actor: Actor) -> list[Rol]:
    """Create the default roles that were never there, and give roles what is new in this version; answers what it touched.

    What was offered to a role once is not offered again: a right that a manager took away, or a role that was removed,
    stays away. Doing it twice changes nothing.
    """
    actor.require("toegang.manage")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('stoep.toegang.standaardrollen'))")
    aanbod: dict[str, Rolaanbod] = {row.rol_code: row for row in Rolaanbod.objects.all()}
    rollen = {rol.code: rol for rol in Rol.objects.filter(code__in=[one.code for one in STANDAARDROLLEN])}
    touched = []
    for standaard in STANDAARDROLLEN:
        offered, rol = aanbod.get(standaard.code), rollen.get(standaard.code)
        if rol is not None:
            if bring_new(rol, standaard, offered, actor=actor):
                touched.append(rol)
        elif offered is None:
            touched.append(create(standaard, actor=actor))
        remember(standaard, offered)
    return touched


def create(standaard: Standaardrol, *, actor: Actor) -> Rol:
    """A default role with all its rights."""
    return create_rol(
        code=standaard.code,
        naam=standaard.naam,
        omschrijving=standaard.omschrijving,
        rechten=standaard.grants,
        actor=actor,
    )


def bring_new(rol: Rol, standaard: Standaardrol, offered: Rolaanbod | None, *, actor: Actor) -> bool:
    """Give a role the rights that it was never offered. Answers whether there were any."""
    present = [recht.grant for recht in rol.rechten.all()]
    grants = new_grants(standaard, present, None if offered is None else offered.rechten)
    if not grants:
        return False
    store_rechten(rol, grants)
    for account in Account.objects.filter(account_rollen__rol=rol):
        derive_cms_rights(account)
    audit.record(actor, "toegang.rol_change", subject=rol.ref, rol=rol.code)
    old = [describe(grant) for grant in present]
    new = [*old, *(describe(grant) for grant in grants)]
    audit.record_change(actor, "toegang.rol_change", subject=rol.ref, old={"rechten": old}, new={"rechten": new})
    return True


def remember(standaard: Standaardrol, offered: Rolaanbod | None) -> None:
    """Write down what was offered; what an older version offered stays written down."""
    before = [] if offered is None else offered.rechten
    rechten = sorted({*before, *(grant.right for grant in standaard.grants)})
    if offered is None or rechten != offered.rechten:
        Rolaanbod.objects.update_or_create(rol_code=standaard.code, defaults={"rechten": rechten})
