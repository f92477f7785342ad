"""Give an account a role."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock
from stoep.foundation.errors import NotFound
from stoep.toegang.actors import Actor
from stoep.toegang.commands.derive_cms_rights import derive_cms_rights
from stoep.toegang.errors import AccountInactive
from stoep.toegang.models import Account, AccountRol, Rol


@transaction.atomic
def grant_rol(account_id: UUID, *, rol: str, actor: Actor) -> None:
    """Give an account the role with code `rol`; giving it twice changes nothing."""
    account = Account.objects.locked(account_id)
    actor.require("toegang.manage")
    if not account.is_active:
        raise AccountInactive(name=account.get_full_name())
    found = Rol.objects.filter(code=rol).first()
    if found is None:
        raise NotFound
    if AccountRol.objects.filter(account=account, rol=found).exists():
        return
    AccountRol(account=account, rol=found, granted_at=clock.now()).save(force_insert=True)
    derive_cms_rights(account)
    audit.record(actor, "toegang.rol_grant", subject=account.ref, rol=found.code)
