"""Record a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from stoep.catalogi.models import Besluittype
from stoep.documenten.commands import relate_documents
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation import audit, clock, outbox
from stoep.foundation.number_series import next_number
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.errors import BesluittypeNotAllowed, BesluittypeNotInForce, VervaltBeforeIngang
from stoep.zaken.events import BesluitRecorded
from stoep.zaken.models import Besluit, Besluitinformatieobject, Zaak


@whole
def record_besluit(
    zaak_id: UUID,
    *,
    besluittype_id: UUID,
    ingangsdatum: date,
    datum: date | None = None,
    toelichting: str = "",
    bestuursorgaan: str = "",
    vervaldatum: date | None = None,
    vervalreden: str = "",
    publicatiedatum: date | None = None,
    verzenddatum: date | None = None,
    uiterlijke_reactiedatum: date | None = None,
    document_ids: Sequence[UUID] = (),
    actor: Actor,
) -> Besluit:
    """Record a decision in a zaak, with the documents that lay it down. Who may close may decide."""
    zaak = take_open_zaak(zaak_id, "zaken.close", actor=actor)
    besluittype: Besluittype = Besluittype.objects.one(besluittype_id)
    decided_on = datum or clock.today()
    refuse_wrong_type(zaak, besluittype, decided_on)
    if vervaldatum is not None and vervaldatum < ingangsdatum:
        raise VervaltBeforeIngang
    besluit = Besluit(
        identificatie=f"BESLUIT-{decided_on.year}-{next_number('besluit', decided_on.year):06d}",
        verantwoordelijke_organisatie=zaak.verantwoordelijke_organisatie,
        besluittype=besluittype,
        zaak=zaak,
        datum=decided_on,
        toelichting=toelichting,
        bestuursorgaan=bestuursorgaan,
        ingangsdatum=ingangsdatum,
        vervaldatum=vervaldatum,
        vervalreden=vervalreden,
        publicatiedatum=publicatiedatum,
        verzenddatum=verzenddatum,
        uiterlijke_reactiedatum=uiterlijke_reactiedatum,
    )
    besluit.save(force_insert=True)
    if document_ids:
        documents = list(EnkelvoudigInformatieobject.objects.visible_to(actor).filter(pk__in=document_ids))
        Besluitinformatieobject.objects.bulk_create(
            Besluitinformatieobject(besluit=besluit, informatieobject=document) for document in documents
        )
        relate_documents([document.pk for document in documents], soort="besluit", object_id=besluit.pk)
    store_changes(zaak)
    write_gebeurtenis(zaak, "besluit", actor=actor, waarden={"besluit": besluittype.omschrijving})
    audit.record(actor, "zaken.record_besluit", subject=besluit.ref)
    outbox.publish(BesluitRecorded(besluit_id=besluit.pk, zaak_id=zaak.pk))
    return besluit


def refuse_wrong_type(zaak: Zaak, besluittype: Besluittype, on: date) -> None:
    """Refuse a decision type that is not in force, or not taken in zaken of this type (brc-001, brc-007)."""
    if not besluittype.is_in_force(on):
        raise BesluittypeNotInForce(omschrijving=besluittype.omschrijving)
    if besluittype.omschrijving not in zaak.zaaktype.besluittypen:
        raise BesluittypeNotAllowed(omschrijving=besluittype.omschrijving)
