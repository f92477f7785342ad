"""Show documents of the dossier to the reporter as photos of the repair."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation import audit
from stoep.foundation.errors import NotFound
from stoep.meldingen.commands.take_melding import take_melding
from stoep.meldingen.models import FotoSoort, MeldingFoto
from stoep.toegang.actors import Actor
from stoep.zaken.models import Zaakinformatieobject


@transaction.atomic
def show_herstelfotos(melding_id: UUID, *, document_ids: Sequence[UUID], actor: Actor) -> None:
    """Put photos that are in the dossier already (of a contractor) with the report. Twice adds them once."""
    if not document_ids:
        return
    melding = take_melding(melding_id, right="zaken.set_status", actor=actor)
    linked = Zaakinformatieobject.objects.filter(zaak=melding.zaak_id, informatieobject__in=document_ids)
    if linked.values("informatieobject").distinct().count() != len(set(document_ids)):
        raise NotFound
    shown = set(MeldingFoto.objects.filter(melding=melding).values_list("document_id", flat=True))
    place = MeldingFoto.objects.filter(melding=melding).count()
    documents = EnkelvoudigInformatieobject.objects.select_related("laatste_versie").in_bulk(list(document_ids))
    for document_id in dict.fromkeys(document_ids):
        if document_id in shown:
            continue
        place += 1
        versie = documents[document_id].laatste_versie
        MeldingFoto.objects.create(
            melding=melding,
            document_id=document_id,
            sha256=versie.sha256,
            formaat=versie.formaat,
            soort=FotoSoort.HERSTEL,
            volgorde=place,
        )
    audit.record(actor, "meldingen.show_herstelfotos", subject=melding.ref, aantal=len(document_ids))
