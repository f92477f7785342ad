"""Publish a version of a document type."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.versions import refuse_overlap
from stoep.catalogi.errors import TypeNotConcept
from stoep.catalogi.events import InformatieobjecttypePublished
from stoep.catalogi.models import Catalogus, Informatieobjecttype
from stoep.foundation import audit, outbox
from stoep.toegang.actors import Actor


@transaction.atomic
def publish_informatieobjecttype(informatieobjecttype_id: UUID, *, actor: Actor) -> Informatieobjecttype:
    """Publish: from now on documents can be of this type, and it does not change."""
    informatieobjecttype = Informatieobjecttype.objects.locked(informatieobjecttype_id)
    actor.require("catalogi.manage")
    if not informatieobjecttype.concept:
        raise TypeNotConcept(omschrijving=informatieobjecttype.omschrijving)
    Catalogus.objects.locked(informatieobjecttype.catalogus_id)
    refuse_overlap(
        informatieobjecttype,
        Informatieobjecttype.objects.published().filter(
            catalogus=informatieobjecttype.catalogus_id, omschrijving=informatieobjecttype.omschrijving
        ),
    )
    informatieobjecttype.concept = False
    informatieobjecttype.save(update_fields=["concept"])
    audit.record(actor, "catalogi.publish_informatieobjecttype", subject=informatieobjecttype.ref)
    outbox.publish(InformatieobjecttypePublished(informatieobjecttype_id=informatieobjecttype.pk))
    return informatieobjecttype
