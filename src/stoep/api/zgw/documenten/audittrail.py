"""The audittrail of a document and what goes with it."""

from __future__ import annotations

from uuid import UUID

from stoep.api.zgw.audittrail import Trail, declare_audittrail
from stoep.api.zgw.documenten.api import API
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.toegang.actors import Actor


def may_read_trail(document_id: UUID, actor: Actor) -> None:
    """Refuse who may not see who changed this document. Raises NotFound or NotAllowed."""
    rows = EnkelvoudigInformatieobject.objects.select_related("laatste_versie", "informatieobjecttype")
    actor.require("zaken.read_trail", rows.one(document_id))


declare_audittrail(
    API,
    "enkelvoudiginformatieobjecten/{enkelvoudiginformatieobject_uuid}/audittrail",
    Trail(kind="document", bron="drc", resource="enkelvoudiginformatieobject", may_read=may_read_trail),
)
