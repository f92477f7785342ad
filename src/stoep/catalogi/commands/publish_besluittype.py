"""Publish a version of a decision type."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.versions import refuse_overlap
from stoep.catalogi.errors import TypeNotConcept
from stoep.catalogi.events import BesluittypePublished
from stoep.catalogi.models import Besluittype, Catalogus
from stoep.foundation import audit, outbox
from stoep.toegang.actors import Actor


@transaction.atomic
def publish_besluittype(besluittype_id: UUID, *, actor: Actor) -> Besluittype:
    """Publish: from now on decisions can be of this type, and it does not change."""
    besluittype = Besluittype.objects.locked(besluittype_id)
    actor.require("catalogi.manage")
    if not besluittype.concept:
        raise TypeNotConcept(omschrijving=besluittype.omschrijving)
    Catalogus.objects.locked(besluittype.catalogus_id)
    refuse_overlap(
        besluittype,
        Besluittype.objects.published().filter(
            catalogus=besluittype.catalogus_id, omschrijving=besluittype.omschrijving
        ),
    )
    besluittype.concept = False
    besluittype.save(update_fields=["concept"])
    audit.record(actor, "catalogi.publish_besluittype", subject=besluittype.ref)
    outbox.publish(BesluittypePublished(besluittype_id=besluittype.pk))
    return besluittype
