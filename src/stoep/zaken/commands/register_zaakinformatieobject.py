"""Register that a document belongs to a zaak, as another system tells it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stoep.documenten.commands import relate_document
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation import clock
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor, ActorKind
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.link_document import refuse_other_soort
from stoep.zaken.commands.parts import add_part
from stoep.zaken.commands.taking import take_for_change
from stoep.zaken.errors import RelationExists, StatusOfOtherZaak
from stoep.zaken.events import ZaakDocumentLinked
from stoep.zaken.models import Status, Zaak, Zaakinformatieobject


@whole
def register_zaakinformatieobject(
    zaak_id: UUID,
    *,
    informatieobject_id: UUID,
    titel: str = "",
    beschrijving: str = "",
    vernietigingsdatum: datetime | None = None,
    status_id: UUID | None = None,
    actor: Actor,
) -> Zaakinformatieobject:
    """Register the relation once (zrc-003, 004, 017), mirrored beside the document (zrc-005).

    An application names a document by its unguessable address, which it has from whoever made it; a person must be
    able to see the document.
    """
    zaak = take_for_change(zaak_id, "zaken.open", actor=actor)
    documents = EnkelvoudigInformatieobject.objects
    seen = documents.all() if actor.kind is ActorKind.APPLICATION else documents.visible_to(actor)
    document: EnkelvoudigInformatieobject = seen.select_related("informatieobjecttype").one(informatieobject_id)
    refuse_other_soort(zaak, document)
    refuse_status(zaak, status_id)
    if Zaakinformatieobject.objects.filter(zaak=zaak, informatieobject=document).exists():
        raise RelationExists(field="nonFieldErrors")
    row = Zaakinformatieobject(
        zaak=zaak,
        informatieobject=document,
        titel=titel,
        beschrijving=beschrijving,
        registratiedatum=clock.now(),
        vernietigingsdatum=vernietigingsdatum,
        status_id=status_id,
    )
    told = ZaakDocumentLinked(zaak_id=zaak.pk, document_id=document.pk, relatie_id=row.pk)
    add_part(zaak, "zaakinformatieobject", row, label=titel, event=told, actor=actor)
    relate_document(document.pk, soort="zaak", object_id=zaak.pk)
    write_gebeurtenis(zaak, "document", actor=actor, waarden={"titel": titel, "document": str(document.pk)})
    return row


def refuse_status(zaak: Zaak, status_id: UUID | None) -> None:
    """Refuse a status of another zaak."""
    if status_id is not None and not Status.objects.filter(pk=status_id, zaak=zaak).exists():
        raise StatusOfOtherZaak(identificatie=zaak.identificatie)
