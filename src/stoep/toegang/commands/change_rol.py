"""Change what a role is called and what it may."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor, Grant
from stoep.toegang.commands.derive_cms_rights import derive_cms_rights
from stoep.toegang.commands.last_manager import keeping_a_manager
from stoep.toegang.errors import RightUnknown
from stoep.toegang.models import Account, Recht, Rol
from stoep.toegang.rules.rechten import is_known


@transaction.atomic
def change_rol(rol_id: UUID, *, naam: str, omschrijving: str, rechten: Sequence[Grant], actor: Actor) -> None:
    """Replace the name and the rights of a role, for everybody who has it."""
    rol = Rol.objects.locked(rol_id)
    actor.require("toegang.manage")
    rol.naam = naam.strip()
    rol.omschrijving = omschrijving.strip()
    rol.save(update_fields=["naam", "omschrijving"])
    old = [describe(recht.grant) for recht in rol.rechten.all()]
    with keeping_a_manager():
        rol.rechten.all().delete()
        store_rechten(rol, rechten)
    for account in Account.objects.filter(account_rollen__rol=rol):
        derive_cms_rights(account)
    audit.record(actor, "toegang.rol_change", subject=rol.ref, rol=rol.code)
    new = [describe(grant) for grant in rechten]
    audit.record_change(actor, "toegang.rol_change", subject=rol.ref, old={"rechten": old}, new={"rechten": new})


def store_rechten(rol: Rol, rechten: Sequence[Grant]) -> None:
    """Store the rights of a role; of two that differ only in confidentiality the higher stays."""
    highest: dict[tuple[str, str], Grant] = {}
    for grant in rechten:
        if not is_known(grant.right):
            raise RightUnknown(unknown=grant.right)
        kept = highest.get((grant.right, grant.zaaktype))
        if kept is None or kept.up_to.rank < grant.up_to.rank:
            highest[grant.right, grant.zaaktype] = grant
    Recht.objects.bulk_create(
        Recht(rol=rol, right=grant.right, zaaktype=grant.zaaktype or "*", up_to=grant.up_to.value)
        for grant in highest.values()
    )


def describe(grant: Grant) -> str:
    """A right as the audittrail keeps it."""
    return f"{grant.right} {grant.zaaktype} {grant.up_to.value}"
