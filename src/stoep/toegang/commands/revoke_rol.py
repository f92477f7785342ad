"""Take a role away from an account."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.toegang.commands.derive_cms_rights import derive_cms_rights
from stoep.toegang.commands.last_manager import keeping_a_manager
from stoep.toegang.models import Account, AccountRol


@transaction.atomic
def revoke_rol(account_id: UUID, *, rol: str, actor: Actor) -> None:
    """Take the role with code `rol` away; from the next request on its rights are gone."""
    account = Account.objects.locked(account_id)
    actor.require("toegang.manage")
    account_rol = AccountRol.objects.filter(account=account, rol__code=rol).first()
    if account_rol is None:
        return
    with keeping_a_manager():
        account_rol.delete()
    derive_cms_rights(account)
    audit.record(actor, "toegang.rol_revoke", subject=account.ref, rol=rol)
