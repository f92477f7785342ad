"""The addresses of objects in messages: the same as in the APIs (a test holds them together)."""

from __future__ import annotations

from uuid import UUID

PATHS = {
    "zaak": "zaken/api/v1/zaken/{id}",
    "status": "zaken/api/v1/statussen/{id}",
    "resultaat": "zaken/api/v1/resultaten/{id}",
    "rol": "zaken/api/v1/rollen/{id}",
    "zaakobject": "zaken/api/v1/zaakobjecten/{id}",
    "zaakinformatieobject": "zaken/api/v1/zaakinformatieobjecten/{id}",
    "zaakeigenschap": "zaken/api/v1/zaken/{parent}/zaakeigenschappen/{id}",
    "zaakbesluit": "zaken/api/v1/zaken/{parent}/besluiten/{id}",
    "klantcontact": "zaken/api/v1/klantcontacten/{id}",
    "zaakcontactmoment": "zaken/api/v1/zaakcontactmomenten/{id}",
    "zaakverzoek": "zaken/api/v1/zaakverzoeken/{id}",
    "zaaknotitie": "zaken/api/v1/zaaknotities/{id}",
    "enkelvoudiginformatieobject": "documenten/api/v1/enkelvoudiginformatieobjecten/{id}",
    "gebruiksrechten": "documenten/api/v1/gebruiksrechten/{id}",
    "verzending": "documenten/api/v1/verzendingen/{id}",
    "objectinformatieobject": "documenten/api/v1/objectinformatieobjecten/{id}",
    "besluit": "besluiten/api/v1/besluiten/{id}",
    "besluitinformatieobject": "besluiten/api/v1/besluitinformatieobjecten/{id}",
    "catalogus": "catalogi/api/v1/catalogussen/{id}",
    "zaaktype": "catalogi/api/v1/zaaktypen/{id}",
    "informatieobjecttype": "catalogi/api/v1/informatieobjecttypen/{id}",
    "besluittype": "catalogi/api/v1/besluittypen/{id}",
    "applicatie": "autorisaties/api/v1/applicaties/{id}",
}


def url_of(base: str, resource: str, object_id: UUID, parent: UUID | None = None) -> str:
    """The address of an object of ours, for the outside."""
    return f"{base.rstrip('/')}/{PATHS[resource].format(id=object_id, parent=parent)}"
