"""What an event of a lower domain is in the words of the norm: channel, object, resource and action.

One table for the notifications and for the feed of changes, so that both tell the same. An event that stands in no
line here (work being assigned, for instance) changes nothing that the APIs show.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from stoep.catalogi import events as catalogi
from stoep.documenten import events as documenten
from stoep.foundation.outbox import Event
from stoep.notificaties.rules.adressen import PATHS
from stoep.notificaties.rules.meldingen import (
    AUTORISATIES,
    BESLUITEN,
    BESLUITTYPEN,
    CREATE,
    DESTROY,
    DOCUMENTEN,
    INFORMATIEOBJECTTYPEN,
    UPDATE,
    ZAAKTYPEN,
    ZAKEN,
    Melding,
)
from stoep.toegang import events as toegang
from stoep.zaken import events as zaken

# Parts as older events of zaken name them.
PARTS = {"eigenschap": "zaakeigenschap", "notitie": "zaaknotitie", "besluit": "zaakbesluit"}


def zaak_itself(event: zaken.ZaakEvent, actie: str = UPDATE, **codes: str | UUID) -> Melding:
    """Something about the zaak as a whole."""
    return Melding(ZAKEN, "zaak", event.zaak_id, "zaak", event.zaak_id, actie, codes)


def zaak_part(event: zaken.ZaakEvent, resource: str, part_id: UUID | None, actie: str = CREATE) -> Melding:
    """Something about a part of a zaak; without its id, about the zaak as a whole."""
    if part_id is None:
        return zaak_itself(event)
    return Melding(ZAKEN, "zaak", event.zaak_id, resource, part_id, actie)


def zaak_changed(event: zaken.ZaakChanged) -> Melding:
    """A zaak or one of its parts changed, as the event itself says."""
    resource = PARTS.get(event.wat, event.wat)
    if resource not in PATHS or resource == "zaak":
        return zaak_itself(event)
    return zaak_part(event, resource, event.onderdeel_id, event.actie)


def zaak_destroyed(event: zaken.ZaakDestroyed) -> Melding:
    """A zaak is gone."""
    return zaak_itself(
        event,
        DESTROY,
        zaaktype_id=event.zaaktype_id,
        bronorganisatie=event.bronorganisatie,
        vertrouwelijkheidaanduiding=event.vertrouwelijkheidaanduiding,
    )


def besluit_recorded(event: zaken.BesluitRecorded) -> tuple[Melding, ...]:
    """A decision, and that it belongs to a zaak."""
    made = Melding(BESLUITEN, "besluit", event.besluit_id, "besluit", event.besluit_id, CREATE)
    if event.zaak_id is None:
        return (made,)
    return made, Melding(ZAKEN, "zaak", event.zaak_id, "zaakbesluit", event.besluit_id, CREATE)


def besluit_destroyed(event: zaken.BesluitDestroyed) -> Melding:
    """A decision is gone."""
    codes: dict[str, str | UUID] = {
        "besluittype_id": event.besluittype_id,
        "verantwoordelijke_organisatie": event.verantwoordelijke_organisatie,
    }
    return Melding(BESLUITEN, "besluit", event.besluit_id, "besluit", event.besluit_id, DESTROY, codes)


def document(document_id: UUID, actie: str) -> Melding:
    """Something about a document."""
    name = "enkelvoudiginformatieobject"
    return Melding(DOCUMENTEN, name, document_id, name, document_id, actie)


def document_part(event: documenten.DocumentPartChanged) -> Melding:
    """Rights of use or a sending of a document."""
    resource = {"gebruiksrecht": "gebruiksrechten"}.get(event.wat, event.wat)
    hoofd = "enkelvoudiginformatieobject"
    return Melding(DOCUMENTEN, hoofd, event.document_id, resource, event.onderdeel_id, event.actie)


def document_destroyed(event: documenten.DocumentDestroyed) -> Melding:
    """A document is gone."""
    name = "enkelvoudiginformatieobject"
    codes: dict[str, str | UUID] = {
        "informatieobjecttype_id": event.informatieobjecttype_id,
        "bronorganisatie": event.bronorganisatie,
        "vertrouwelijkheidaanduiding": event.vertrouwelijkheidaanduiding,
    }
    return Melding(DOCUMENTEN, name, event.document_id, name, event.document_id, DESTROY, codes)


def of_type(kanaal: str, resource: str, type_id: UUID, actie: str = UPDATE) -> Melding:
    """Something about a type, or another object that stands by itself."""
    return Melding(kanaal, resource, type_id, resource, type_id, actie)


def type_changed(event: catalogi.TypeChanged) -> Melding:
    """A type was made, changed or removed; what is removed still says in which catalogus it stood."""
    codes: dict[str, str | UUID] = {"catalogus_id": event.catalogus_id} if event.actie == DESTROY else {}
    return Melding(KANAAL_OF[event.soort], event.soort, event.type_id, event.soort, event.type_id, event.actie, codes)


def applicatie(applicatie_id: UUID, actie: str) -> Melding:
    """Something about an application and what it may."""
    return Melding(AUTORISATIES, "applicatie", applicatie_id, "applicatie", applicatie_id, actie)


KANAAL_OF: Final = {
    "zaaktype": ZAAKTYPEN,
    "besluittype": BESLUITTYPEN,
    "informatieobjecttype": INFORMATIEOBJECTTYPEN,
}
TABLE: Final[dict[type[Event], Callable[[Any], Melding | tuple[Melding, ...]]]] = {
    zaken.ZaakOpened: lambda event: zaak_itself(event, CREATE),
    zaken.ZaakChanged: zaak_changed,
    zaken.ZaakClosed: zaak_itself,
    zaken.ZaakReopened: zaak_itself,
    zaken.ZaakExtended: zaak_itself,
    zaken.ZaakReplanned: zaak_itself,
    zaken.ZaakSuspended: zaak_itself,
    zaken.ZaakResumed: zaak_itself,
    zaken.ZaakStatusSet: lambda event: zaak_part(event, "status", event.status_id),
    zaken.ZaakNoted: lambda event: zaak_part(event, "zaaknotitie", event.notitie_id),
    zaken.ZaakDocumentLinked: lambda event: zaak_part(event, "zaakinformatieobject", event.relatie_id),
    zaken.ZaakDocumentUnlinked: lambda event: zaak_part(event, "zaakinformatieobject", event.relatie_id, DESTROY),
    zaken.ZaakDestroyed: zaak_destroyed,
    zaken.BesluitRecorded: besluit_recorded,
    zaken.BesluitChanged: lambda event: Melding(
        BESLUITEN, "besluit", event.besluit_id, event.wat, event.onderdeel_id, event.actie
    ),
    zaken.BesluitDestroyed: besluit_destroyed,
    documenten.DocumentCreated: lambda event: document(event.document_id, CREATE),
    documenten.DocumentVersionAdded: lambda event: document(event.document_id, UPDATE),
    catalogi.TypeChanged: type_changed,
    documenten.DocumentUploaded: lambda event: document(event.document_id, UPDATE),
    documenten.DocumentPartChanged: document_part,
    documenten.DocumentDestroyed: document_destroyed,
    catalogi.ZaaktypePublished: lambda event: of_type(ZAAKTYPEN, "zaaktype", event.zaaktype_id),
    catalogi.BesluittypePublished: lambda event: of_type(BESLUITTYPEN, "besluittype", event.besluittype_id),
    catalogi.InformatieobjecttypePublished: lambda event: of_type(
        INFORMATIEOBJECTTYPEN, "informatieobjecttype", event.informatieobjecttype_id
    ),
    toegang.ApplicatieCreated: lambda event: applicatie(event.applicatie_id, CREATE),
    toegang.ApplicatieChanged: lambda event: applicatie(event.applicatie_id, UPDATE),
    toegang.ApplicatieRemoved: lambda event: applicatie(event.applicatie_id, DESTROY),
}


def translate(event: Event) -> tuple[Melding, ...]:
    """What is to be told about an event; nothing for an event that changes nothing that the APIs show."""
    teller = TABLE.get(type(event))
    if teller is None:
        return ()
    told = teller(event)
    return told if isinstance(told, tuple) else (told,)
