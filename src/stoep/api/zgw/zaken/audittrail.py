"""The audittrail of a zaak and its parts."""

from __future__ import annotations

from uuid import UUID

from stoep.api.zgw.audittrail import Trail, declare_audittrail
from stoep.api.zgw.zaken.api import API
from stoep.toegang.actors import Actor
from stoep.zaken.models import Zaak


def may_read_trail(zaak_id: UUID, actor: Actor) -> None:
    """Refuse who may not see who changed this zaak. Raises NotFound or NotAllowed."""
    actor.require("zaken.read_trail", Zaak.objects.for_writing().one(zaak_id))


declare_audittrail(
    API,
    "zaken/{zaak_uuid}/audittrail",
    Trail(kind="zaak", bron="zrc", resource="zaak", may_read=may_read_trail),
)
