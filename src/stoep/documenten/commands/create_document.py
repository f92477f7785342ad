"""Take a document in."""

from __future__ import annotations

from datetime import date
from typing import Unpack
from uuid import UUID

from stoep.documenten.commands.contents import Inhoud, keep
from stoep.documenten.commands.metadata import (
    Details,
    Metadata,
    is_taken,
    refuse_indicatie,
    refuse_status,
    refuse_taken_number,
    usable_type,
)
from stoep.documenten.commands.taking import require_one_of
from stoep.documenten.commands.telling import values_of, write_trail
from stoep.documenten.commands.uploads import hand_out_parts, refuse_too_large, set_lock
from stoep.documenten.errors import TitelMissing
from stoep.documenten.events import DocumentCreated
from stoep.documenten.models import Documentstatus, EnkelvoudigInformatieobject, Versie
from stoep.documenten.rules.inhoud import Aanlevering, decide_aanlevering
from stoep.foundation import clock, outbox
from stoep.foundation.number_series import next_number
from stoep.foundation.rows import new_id
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor, ActorKind


@whole
def create_document(
    *,
    titel: str,
    auteur: str,
    inhoud: Inhoud | None,
    informatieobjecttype_id: UUID,
    bestandsomvang: int | None = None,
    identificatie: str = "",
    bronorganisatie: str = "",
    vertrouwelijkheidaanduiding: str | None = None,
    indicatie_gebruiksrecht: bool | None = False,
    creatiedatum: date | None = None,
    actor: Actor,
    **details: Unpack[Details],
) -> EnkelvoudigInformatieobject:
    """Store a document with its first version. Without confidentiality it gets that of its type (drc-007).

    A resident may always hand something in; nobody finds it until a command links it to a zaak. We state that no
    rights of use apply, because a zaak with a document about which that is unknown cannot be closed (zrc-007).
    A size without content announces an upload in parts: the document is locked, its `bestandsdelen` are expected.
    """
    soort = usable_type(informatieobjecttype_id)
    if not titel.strip():
        raise TitelMissing
    refuse_indicatie(indicatie_gebruiksrecht, has_rights=False)
    document = EnkelvoudigInformatieobject(
        identificatie=identificatie,
        bronorganisatie=bronorganisatie or soort.catalogus.rsin,
        informatieobjecttype=soort,
        laatste_versie_id=new_id(),
        indicatie_gebruiksrecht=indicatie_gebruiksrecht,
    )
    metadata: Metadata = {
        "status": Documentstatus.DEFINITIEF,
        **details,
        "bestandsnaam": details.get("bestandsnaam", "")[-255:],
        "titel": titel.strip()[:200],
        "auteur": auteur[:200],
        "vertrouwelijkheidaanduiding": vertrouwelijkheidaanduiding or soort.vertrouwelijkheidaanduiding,
        "creatiedatum": creatiedatum or clock.today(),
    }
    versie = first_version(document, metadata)
    if actor.kind is not ActorKind.RESIDENT:
        require_one_of(("documenten.write",), document, actor=actor)
    refuse_status(versie)
    number(document)
    store_first_version(document, versie, inhoud, bestandsomvang, actor=actor)
    write_trail(document, "documenten.create_document", old={}, new=values_of(document), actor=actor)
    outbox.publish(DocumentCreated(document_id=document.pk))
    return document


def first_version(document: EnkelvoudigInformatieobject, metadata: Metadata) -> Versie:
    """The first version of a document; they point at each other."""
    versie = Versie(pk=document.laatste_versie_id, informatieobject=document, begin_registratie=clock.now(), **metadata)
    document.laatste_versie = versie
    return versie


def number(document: EnkelvoudigInformatieobject) -> None:
    """Give a document its number, or refuse a given one that is taken.

    Another system may have given out numbers that look like ours: those are passed over.
    """
    if document.identificatie:
        refuse_taken_number(document)
        return
    year = clock.today().year
    while not document.identificatie or is_taken(document.bronorganisatie, document.identificatie):
        document.identificatie = f"DOCUMENT-{year}-{next_number('document', year):010d}"


def store_first_version(
    document: EnkelvoudigInformatieobject,
    versie: Versie,
    inhoud: Inhoud | None,
    bestandsomvang: int | None,
    *,
    actor: Actor,
) -> None:
    """Store the content, then the document and its version, which point at each other."""
    versie.bestandsomvang = bestandsomvang
    aanlevering = decide_aanlevering(has_inhoud=inhoud is not None, bestandsomvang=bestandsomvang)
    if aanlevering is Aanlevering.IN_PARTS:
        refuse_too_large(bestandsomvang or 0)
        set_lock(document, actor=actor)
    elif inhoud is not None:
        stored = keep(inhoud, omvang=bestandsomvang)
        versie.sha256, versie.bestandsomvang = stored.sha256, stored.size
    document.save(force_insert=True)
    versie.save(force_insert=True)
    if aanlevering is Aanlevering.IN_PARTS:
        hand_out_parts(document, bestandsomvang or 0)
