"""Reading the assignment rules, for who manages them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from stoep.toegang.actors import Actor
from stoep.zaken.models import Toewijzingsregel


def list_regels(actor: Actor) -> QuerySet[Toewijzingsregel]:
    """All rules in the order in which they are looked at. Raises NotAllowed."""
    actor.require("zaken.manage_rules")
    return Toewijzingsregel.objects.order_by("-actief", "prioriteit", "naam")


def get_regel(regel_id: UUID, actor: Actor) -> Toewijzingsregel:
    """One rule. Raises NotAllowed or NotFound."""
    actor.require("zaken.manage_rules")
    regel: Toewijzingsregel = Toewijzingsregel.objects.one(regel_id)
    return regel
