"""Keep photos of a contractor: each becomes a document in the dossier of the zaak."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from stoep.catalogi.queries import informatieobjecttype_in_force
from stoep.documenten.commands import create_document
from stoep.foundation import clock
from stoep.meldingen.commands.attach_fotos import FOTO, Foto
from stoep.opdrachten.commands.taking import stoep_for
from stoep.opdrachten.errors import TooManyFotos
from stoep.opdrachten.models import FotoSoort, Opdracht, OpdrachtFoto
from stoep.toegang.actors import Vertrouwelijkheid
from stoep.zaken.commands import link_document

MOST_FOTOS = 3


def keep_fotos(opdracht: Opdracht, fotos: Sequence[Foto], *, soort: FotoSoort) -> None:
    """Store the photos, in the caller's transaction. The reporter sees none of them until a colleague has looked."""
    if len(fotos) > MOST_FOTOS:
        raise TooManyFotos(limiet=MOST_FOTOS)
    if not fotos:
        return
    informatieobjecttype = informatieobjecttype_in_force(FOTO, clock.today())
    writer = stoep_for(opdracht)
    known = set(opdracht.fotos.filter(soort=soort).values_list("sha256", flat=True))
    place = opdracht.fotos.count()
    for foto in fotos:
        sha256 = hashlib.sha256(foto.data).hexdigest()
        if sha256 in known:
            continue
        place += 1
        known.add(sha256)
        document = create_document(
            titel=f"Foto {place} bij opdracht {opdracht.nummer}",
            bestandsnaam=f"{opdracht.nummer}-{place}.jpg",
            formaat=foto.formaat,
            inhoud=foto.data,
            informatieobjecttype_id=informatieobjecttype.pk,
            vertrouwelijkheidaanduiding=Vertrouwelijkheid.ZAAKVERTROUWELIJK,
            auteur=opdracht.opdrachtnemer.naam,
            actor=writer,
        )
        link_document(opdracht.melding.zaak_id, document_id=document.pk, actor=writer)
        OpdrachtFoto.objects.create(
            opdracht=opdracht,
            document=document,
            sha256=sha256,
            formaat=foto.formaat,
            soort=soort,
            volgorde=place,
            gemaakt_op=clock.now(),
        )
