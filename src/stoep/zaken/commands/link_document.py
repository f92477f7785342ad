"""Put a document into the dossier of a zaak."""

from __future__ import annotations

from uuid import UUID

from stoep.catalogi.models import ZaaktypeInformatieobjecttype
from stoep.documenten.commands import relate_document
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation import audit, clock, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.taking import store_changes, take_open_zaak, take_zaak
from stoep.zaken.errors import InformatieobjecttypeNotAllowed
from stoep.zaken.events import ZaakDocumentLinked
from stoep.zaken.models import Zaak, Zaakinformatieobject


@whole
def link_document(
    zaak_id: UUID,
    *,
    document_id: UUID,
    titel: str = "",
    beschrijving: str = "",
    also_closed: bool = False,
    actor: Actor,
) -> Zaakinformatieobject:
    """Link a document; from now on whoever may see the zaak may see it. Linking twice changes nothing.

    A closed zaak takes none, unless `also_closed`: what comes in with a request to reopen it belongs in it already.
    """
    take = take_zaak if also_closed else take_open_zaak
    zaak = take(zaak_id, "documenten.write", actor=actor)
    linked = Zaakinformatieobject.objects.filter(zaak=zaak, informatieobject_id=document_id).first()
    if linked is not None:
        return linked
    document: EnkelvoudigInformatieobject = (
        EnkelvoudigInformatieobject.objects.visible_to(actor)
        .select_related("informatieobjecttype", "laatste_versie")
        .one(document_id)
    )
    refuse_other_soort(zaak, document)
    row = Zaakinformatieobject(
        zaak=zaak,
        informatieobject=document,
        titel=(titel or document.laatste_versie.titel)[:200],
        beschrijving=beschrijving,
        registratiedatum=clock.now(),
    )
    row.save(force_insert=True)
    relate_document(document.pk, soort="zaak", object_id=zaak.pk)
    store_changes(zaak)
    write_gebeurtenis(zaak, "document", actor=actor, waarden={"titel": row.titel, "document": str(document.pk)})
    audit.record(actor, "zaken.link_document", subject=zaak.ref, document=str(document.pk))
    outbox.publish(ZaakDocumentLinked(zaak_id=zaak.pk, document_id=document.pk, relatie_id=row.pk))
    return row


def refuse_other_soort(zaak: Zaak, document: EnkelvoudigInformatieobject) -> None:
    """Refuse a document of a sort that does not belong in this zaaktype (zrc-017)."""
    soort = document.informatieobjecttype.omschrijving
    if not ZaaktypeInformatieobjecttype.objects.filter(
        zaaktype_id=zaak.zaaktype_id, informatieobjecttype=soort
    ).exists():
        raise InformatieobjecttypeNotAllowed(omschrijving=soort)
