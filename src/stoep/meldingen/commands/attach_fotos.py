"""Put photos with a report: each becomes a document of its zaak."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Max

from stoep.catalogi.queries import informatieobjecttype_in_force
from stoep.documenten.commands import create_document
from stoep.foundation import clock
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.models import FotoSoort, Melding, MeldingFoto
from stoep.toegang.actors import Actor, Vertrouwelijkheid
from stoep.zaken.commands import link_document

FOTO = "Foto"


@dataclass(frozen=True, slots=True)
class Foto:
    """A photo that `foundation.photos.prepare_photo` has checked, turned and stripped."""

    data: bytes = field(repr=False)
    formaat: str = "image/jpeg"


def attach_fotos(melding: Melding, *, fotos: Sequence[Foto], soort: FotoSoort, auteur: str, actor: Actor) -> None:
    """Store photos as documents of the zaak, in order, within the caller's transaction."""
    if not fotos:
        return
    informatieobjecttype = informatieobjecttype_in_force(FOTO, clock.today())
    writer = able(actor, "documenten.write", "documenten.read")
    last = MeldingFoto.objects.filter(melding=melding).aggregate(last=Max("volgorde"))["last"]
    first = (last or 0) + 1
    for place, foto in enumerate(fotos, start=first):
        document = create_document(
            titel=f"Foto {place} bij melding {melding.meldernummer}",
            bestandsnaam=f"{melding.meldernummer}-{place}.jpg",
            formaat=foto.formaat,
            inhoud=foto.data,
            informatieobjecttype_id=informatieobjecttype.pk,
            vertrouwelijkheidaanduiding=Vertrouwelijkheid.ZAAKVERTROUWELIJK,
            auteur=auteur,
            tonen_aan_initiator=soort != FotoSoort.BUITEN,
            actor=writer,
        )
        link_document(melding.zaak_id, document_id=document.pk, also_closed=soort == FotoSoort.HEROPENEN, actor=writer)
        MeldingFoto.objects.create(
            melding=melding,
            document=document,
            sha256=hashlib.sha256(foto.data).hexdigest(),
            formaat=foto.formaat,
            soort=soort,
            volgorde=place,
        )
