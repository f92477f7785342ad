"""What may be said about a version of a document."""

from __future__ import annotations

from datetime import date
from typing import TypedDict
from uuid import UUID

from stoep.catalogi.models import Informatieobjecttype
from stoep.documenten.errors import (
    GegevensRefused,
    IdentificatieNotUnique,
    InformatieobjecttypeNotInForce,
    InformatieobjecttypeNotPublished,
)
from stoep.documenten.models import EnkelvoudigInformatieobject, Versie
from stoep.documenten.rules.gegevens import object_to_indicatie, object_to_status
from stoep.foundation import clock


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


class Changes(Metadata, total=False):
    """All that may change, also what is said of the document and not of one version."""

    identificatie: str
    bronorganisatie: str
    informatieobjecttype_id: UUID
    indicatie_gebruiksrecht: bool | None


OF_THE_DOCUMENT = ("identificatie", "bronorganisatie", "informatieobjecttype_id", "indicatie_gebruiksrecht")


def usable_type(type_id: UUID) -> Informatieobjecttype:
    """A sort of document that is published and valid today (drc-001)."""
    soort: Informatieobjecttype = Informatieobjecttype.objects.select_related("catalogus").one(type_id)
    if soort.concept:
        raise InformatieobjecttypeNotPublished(omschrijving=soort.omschrijving)
    if not soort.is_in_force(clock.today()):
        raise InformatieobjecttypeNotInForce(omschrijving=soort.omschrijving)
    return soort


def refuse_taken_number(document: EnkelvoudigInformatieobject) -> None:
    """Refuse a number that this organisation has given before."""
    if is_taken(document.bronorganisatie, document.identificatie, but=document.pk):
        raise IdentificatieNotUnique(identificatie=document.identificatie)


def is_taken(bronorganisatie: str, identificatie: str, *, but: UUID | None = None) -> bool:
    """Whether another document has this number."""
    same = EnkelvoudigInformatieobject.objects.filter(bronorganisatie=bronorganisatie, identificatie=identificatie)
    return (same.exclude(pk=but) if but else same).exists()


def refuse_status(versie: Versie) -> None:
    """Refuse that a document which was received is still being written (drc-005)."""
    bezwaar = object_to_status(versie.status, is_received=versie.ontvangstdatum is not None)
    if bezwaar is not None:
        raise GegevensRefused(bezwaar)


def refuse_indicatie(indicatie: bool | None, *, has_rights: bool) -> None:
    """Refuse an indication that the rights of use themselves do not give (drc-006)."""
    bezwaar = object_to_indicatie(indicatie, has_rights=has_rights)
    if bezwaar is not None:
        raise GegevensRefused(bezwaar)
