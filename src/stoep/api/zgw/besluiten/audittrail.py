"""The audittrail of a decision and its documents."""

from __future__ import annotations

from uuid import UUID

from stoep.api.zgw.audittrail import Trail, declare_audittrail
from stoep.api.zgw.besluiten.api import API
from stoep.toegang.actors import Actor
from stoep.zaken.models import Besluit


def may_read_trail(besluit_id: UUID, actor: Actor) -> None:
    """Refuse who may not see who changed this decision. Raises NotFound or NotAllowed."""
    actor.require("zaken.read_trail", Besluit.objects.select_related("besluittype").one(besluit_id))


declare_audittrail(
    API,
    "besluiten/{besluit_uuid}/audittrail",
    Trail(kind="besluit", bron="brc", resource="besluit", may_read=may_read_trail),
)
