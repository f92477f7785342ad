"""What may be said about a version of a document."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class Details(TypedDict, total=False):
    """Fields of the norm that a new document may leave out."""

    status: str
    formaat: str
    taal: str
    bestandsnaam: str
    link: str
    beschrijving: str
    ontvangstdatum: date | None
    verzenddatum: date | None
    verschijningsvorm: str
    ondertekening_soort: str
    ondertekening_datum: date | None
    integriteit_algoritme: str
    integriteit_waarde: str
    integriteit_datum: date | None
    trefwoorden: list[str]
    is_gereed_voor_publicatie: bool | None
    tonen_aan_initiator: bool
    inhoud_is_vervallen: bool | None


class Metadata(Details, total=False):
    """All that may differ in a new version; what is left out stays as it was."""

    titel: str
    auteur: str
    vertrouwelijkheidaanduiding: str
    creatiedatum: date
