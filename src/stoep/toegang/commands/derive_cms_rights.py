"""Derive what an account may in Wagtail from its roles."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import transaction

from stoep.toegang.models import Account
from stoep.toegang.queries import actor_of

EDITORS = "Editors"
MODERATORS = "Moderators"


@transaction.atomic
def derive_cms_rights(account: Account) -> None:
    """Put an account in Wagtail's groups by its rights: cms.edit makes an editor, cms.publish a moderator.

    Wagtail's own group pages are not used: our roles are the one place where rights are given.
    """
    actor = actor_of(account)
    wanted = set()
    if account.is_active and actor.may("cms.edit"):
        wanted.add(EDITORS)
    if account.is_active and actor.may("cms.publish"):
        wanted.add(MODERATORS)
    account.groups.set(Group.objects.filter(name__in=wanted))
    account.is_staff = bool(wanted)
    account.is_superuser = False
    account.save(update_fields=["is_staff", "is_superuser"])
