"""Publish a version of a zaaktype, so that zaken can use it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.concepts import take_concept
from stoep.catalogi.commands.versions import refuse_overlap
from stoep.catalogi.errors import RelatedTypeNotPublished, ZaaktypeIncomplete
from stoep.catalogi.events import ZaaktypePublished
from stoep.catalogi.models import Besluittype, Catalogus, Informatieobjecttype, Zaaktype
from stoep.catalogi.rules.geldigheid import find_missing
from stoep.foundation import audit, outbox
from stoep.toegang.actors import Actor


@transaction.atomic
def publish_zaaktype(zaaktype_id: UUID, *, actor: Actor) -> Zaaktype:
    """Publish: from now on it does not change, because dossiers rely on it.

    The catalogus is locked, so that two versions published at once cannot overlap.
    """
    zaaktype = take_concept(zaaktype_id, actor=actor)
    Catalogus.objects.locked(zaaktype.catalogus_id)
    missing = find_missing(
        statustypen=zaaktype.statustypen.count(),
        resultaattypen=zaaktype.resultaattypen.count(),
        roltypen=zaaktype.roltypen.count(),
    )
    if missing:
        raise ZaaktypeIncomplete(ontbreekt=", ".join(missing))
    refuse_overlap(
        zaaktype,
        Zaaktype.objects.published().filter(catalogus=zaaktype.catalogus_id, identificatie=zaaktype.identificatie),
    )
    refuse_concept_relations(zaaktype)
    zaaktype.concept = False
    zaaktype.save(update_fields=["concept"])
    audit.record(actor, "catalogi.publish_zaaktype", subject=zaaktype.ref)
    outbox.publish(ZaaktypePublished(zaaktype_id=zaaktype.pk, identificatie=zaaktype.identificatie))
    return zaaktype


def refuse_concept_relations(zaaktype: Zaaktype) -> None:
    """Refuse when a document type or decision type it names has no published version (ztc-012)."""
    wanted = set(zaaktype.zaaktypeinformatieobjecttypen.values_list("informatieobjecttype", flat=True))
    published = Informatieobjecttype.objects.published().filter(catalogus=zaaktype.catalogus_id)
    missing = wanted - set(published.values_list("omschrijving", flat=True))
    decisions = Besluittype.objects.published().filter(catalogus=zaaktype.catalogus_id)
    missing |= set(zaaktype.besluittypen) - set(decisions.values_list("omschrijving", flat=True))
    if missing:
        raise RelatedTypeNotPublished(omschrijving=min(missing))
