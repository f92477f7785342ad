"""Documents for tests."""

from __future__ import annotations

from stoep.catalogi.testing import make_informatieobjecttype
from stoep.documenten.commands import create_document
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.toegang.actors import SYSTEM, Actor


def make_document(
    titel: str = "Losse tegel",
    *,
    inhoud: bytes = b"inhoud",
    formaat: str = "text/plain",
    bestandsnaam: str = "tegel.txt",
    soort: str = "Foto",
    vertrouwelijkheid: str | None = None,
    actor: Actor = SYSTEM,
) -> EnkelvoudigInformatieobject:
    """A document with content."""
    return create_document(
        titel=titel,
        bestandsnaam=bestandsnaam,
        formaat=formaat,
        inhoud=inhoud,
        informatieobjecttype_id=make_informatieobjecttype(soort).pk,
        vertrouwelijkheidaanduiding=vertrouwelijkheid,
        auteur="Youssef El Amrani",
        actor=actor,
    )
