"""Take a document in."""

from __future__ import annotations

from datetime import date
from typing import BinaryIO, Unpack
from uuid import UUID

from stoep.catalogi.models import Informatieobjecttype
from stoep.documenten.commands.metadata import Details, Metadata
from stoep.documenten.errors import InformatieobjecttypeNotInForce, TitelMissing
from stoep.documenten.events import DocumentCreated
from stoep.documenten.models import Documentstatus, EnkelvoudigInformatieobject, Versie
from stoep.foundation import audit, clock, outbox, storage
from stoep.foundation.number_series import next_number
from stoep.foundation.rows import new_id
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor, ActorKind


@whole
def create_document(
    *,
    titel: str,
    auteur: str,
    inhoud: bytes | BinaryIO | None,
    informatieobjecttype_id: UUID,
    vertrouwelijkheidaanduiding: str | None = None,
    creatiedatum: date | None = None,
    actor: Actor,
    **details: Unpack[Details],
) -> EnkelvoudigInformatieobject:
    """Store a document with its first version. Without confidentiality it gets that of its type (drc-007).

    A resident may always hand something in; nobody finds it until a command links it to a zaak. We
    state that no rights of use apply (indicatieGebruiksrecht), because a zaak with a document about
    which that is unknown cannot be closed (zrc-007).
    """
    today = clock.today()
    soort: Informatieobjecttype = Informatieobjecttype.objects.select_related("catalogus").one(informatieobjecttype_id)
    if actor.kind is not ActorKind.RESIDENT:
        actor.require("documenten.write")
    if not soort.is_in_force(today):
        raise InformatieobjecttypeNotInForce(omschrijving=soort.omschrijving)
    if not titel.strip():
        raise TitelMissing

    document = EnkelvoudigInformatieobject(
        identificatie=f"DOCUMENT-{today.year}-{next_number('document', today.year):010d}",
        bronorganisatie=soort.catalogus.rsin,
        informatieobjecttype=soort,
        laatste_versie_id=new_id(),
        indicatie_gebruiksrecht=False,
    )
    details.setdefault("status", Documentstatus.DEFINITIEF)
    details["bestandsnaam"] = details.get("bestandsnaam", "")[-255:]
    metadata: Metadata = {
        **details,
        "titel": titel.strip()[:200],
        "auteur": auteur[:200],
        "vertrouwelijkheidaanduiding": vertrouwelijkheidaanduiding or soort.vertrouwelijkheidaanduiding,
        "creatiedatum": creatiedatum or today,
    }
    store_first_version(document, inhoud, metadata)
    audit.record(actor, "documenten.create_document", subject=document.ref)
    outbox.publish(DocumentCreated(document_id=document.pk))
    return document


def store_first_version(
    document: EnkelvoudigInformatieobject, inhoud: bytes | BinaryIO | None, metadata: Metadata
) -> None:
    """Store the content, then the document and its version, which point at each other."""
    stored = storage.store(inhoud) if inhoud is not None else None
    versie = Versie(
        pk=document.laatste_versie_id,
        informatieobject=document,
        begin_registratie=clock.now(),
        sha256=stored.sha256 if stored else "",
        bestandsomvang=stored.size if stored else None,
        **metadata,
    )
    document.save(force_insert=True)
    versie.save(force_insert=True)
    document.laatste_versie = versie
