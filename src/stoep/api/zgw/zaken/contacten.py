"""Klantcontacten, zaakcontactmomenten and zaakverzoeken: that there was contact about a zaak."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import id_of
from stoep.api.zgw.zaken.api import API
from stoep.api.zgw.zaken.reading import (
    BIJWERKEN,
    LEZEN,
    ZAAK,
    OwnUuid,
    Url,
    filtered,
    one_part,
    visible_parts,
    zaak_url,
)
from stoep.foundation.rest import Call, Moment, Paged, PageFilter, Text, Uri, Wire, given, page_of
from stoep.zaken import models
from stoep.zaken.commands import (
    register_klantcontact,
    register_zaakcontactmoment,
    register_zaakverzoek,
    remove_zaakcontactmoment,
    remove_zaakverzoek,
)

CHANGE = ("zaken.bijwerken",)


class KlantContact(Wire, kw_only=True):
    """Een contact met een klant over een zaak (vervallen: gebruik zaakcontactmomenten)."""

    url: Url
    uuid: OwnUuid
    zaak: Annotated[str, ZAAK]
    identificatie: Annotated[str, Text(14, blank=True)] = ""
    datumtijd: Annotated[datetime, Moment()]
    kanaal: Annotated[str, Text(20, blank=True)] = ""
    onderwerp: Annotated[str, Text(200, blank=True)] = ""
    toelichting: Annotated[str, Text(1000, blank=True)] = ""


class ZaakContactMoment(Wire, kw_only=True):
    """Een contactmoment over een zaak, dat elders is vastgelegd."""

    url: Url
    uuid: OwnUuid
    zaak: Annotated[str, ZAAK]
    contactmoment: Annotated[str, Uri(1000)]


class ZaakVerzoek(Wire, kw_only=True):
    """Een verzoek waaruit een zaak is ontstaan, dat elders is vastgelegd."""

    url: Url
    uuid: OwnUuid
    zaak: Annotated[str, ZAAK]
    verzoek: Annotated[str, Uri(1000)]


class KlantContactFilter(PageFilter, kw_only=True):
    """Filters of the list of klantcontacten."""

    zaak: Annotated[str | None, ZAAK] = None


class ZaakContactMomentFilter(Wire, kw_only=True):
    """Filters of the list of zaakcontactmomenten."""

    zaak: Annotated[str | None, ZAAK] = None
    contactmoment: Annotated[str | None, Uri()] = None


class ZaakVerzoekFilter(Wire, kw_only=True):
    """Filters of the list of zaakverzoeken."""

    zaak: Annotated[str | None, ZAAK] = None
    verzoek: Annotated[str | None, Uri()] = None


@API.get("klantcontacten", scopes=LEZEN, answers=KlantContact, shape="pages", query=KlantContactFilter, deprecated=True)
def list_klantcontacten(call: Call, query: KlantContactFilter) -> Paged[KlantContact]:
    """Alle klantcontacten bij zaken opvragen."""
    rows = filtered(visible_parts(models.Klantcontact.objects.all(), call.actor), zaak=id_of(query.zaak))
    return page_of(rows, query.page, lambda page: [show_klantcontact(row) for row in page])


@API.get("klantcontacten/{uuid}", scopes=LEZEN, answers=KlantContact, head=False, deprecated=True)
def read_klantcontact(call: Call, uuid: UUID) -> KlantContact:
    """Een specifiek klantcontact bij een zaak opvragen."""
    return show_klantcontact(one_part(models.Klantcontact, uuid, call.actor))


@API.post("klantcontacten", scopes=BIJWERKEN, body=KlantContact, answers=KlantContact, deprecated=True)
def create_klantcontact(call: Call, body: KlantContact) -> KlantContact:
    """Maak een klantcontact bij een zaak aan."""
    return show_klantcontact(register_klantcontact(id_of(body.zaak), **given(body, "zaak"), actor=call.actor))


def show_klantcontact(row: models.Klantcontact) -> KlantContact:
    """One klantcontact as the norm writes it."""
    return KlantContact(
        url=url_of("zaken", "klantcontacten", row.pk),
        uuid=row.pk,
        zaak=zaak_url(row.zaak_id),
        identificatie=row.identificatie,
        datumtijd=row.datumtijd,
        kanaal=row.kanaal,
        onderwerp=row.onderwerp,
        toelichting=row.toelichting,
    )


@API.get("zaakcontactmomenten", scopes=LEZEN, answers=ZaakContactMoment, shape="list", query=ZaakContactMomentFilter)
def list_zaakcontactmomenten(call: Call, query: ZaakContactMomentFilter) -> list[ZaakContactMoment]:
    """Alle contactmomenten bij zaken opvragen."""
    rows = visible_parts(models.Zaakcontactmoment.objects.all(), call.actor)
    found = filtered(rows, zaak=id_of(query.zaak), contactmoment=query.contactmoment)
    return [show_zaakcontactmoment(row) for row in found]


@API.get("zaakcontactmomenten/{uuid}", scopes=LEZEN, answers=ZaakContactMoment, head=False)
def read_zaakcontactmoment(call: Call, uuid: UUID) -> ZaakContactMoment:
    """Een specifiek contactmoment bij een zaak opvragen."""
    return show_zaakcontactmoment(one_part(models.Zaakcontactmoment, uuid, call.actor))


@API.post("zaakcontactmomenten", scopes=CHANGE, body=ZaakContactMoment, answers=ZaakContactMoment)
def create_zaakcontactmoment(call: Call, body: ZaakContactMoment) -> ZaakContactMoment:
    """Leg een contactmoment bij een zaak vast."""
    row = register_zaakcontactmoment(id_of(body.zaak), contactmoment=body.contactmoment, actor=call.actor)
    return show_zaakcontactmoment(row)


@API.delete("zaakcontactmomenten/{uuid}", scopes=CHANGE)
def delete_zaakcontactmoment(call: Call, uuid: UUID) -> None:
    """Haal een contactmoment van een zaak."""
    remove_zaakcontactmoment(uuid, actor=call.actor)


def show_zaakcontactmoment(row: models.Zaakcontactmoment) -> ZaakContactMoment:
    """One zaakcontactmoment as the norm writes it."""
    url = url_of("zaken", "zaakcontactmomenten", row.pk)
    return ZaakContactMoment(url=url, uuid=row.pk, zaak=zaak_url(row.zaak_id), contactmoment=row.contactmoment)


@API.get("zaakverzoeken", scopes=LEZEN, answers=ZaakVerzoek, shape="list", query=ZaakVerzoekFilter)
def list_zaakverzoeken(call: Call, query: ZaakVerzoekFilter) -> list[ZaakVerzoek]:
    """Alle verzoeken bij zaken opvragen."""
    rows = visible_parts(models.Zaakverzoek.objects.all(), call.actor)
    return [show_zaakverzoek(row) for row in filtered(rows, zaak=id_of(query.zaak), verzoek=query.verzoek)]


@API.get("zaakverzoeken/{uuid}", scopes=LEZEN, answers=ZaakVerzoek, head=False)
def read_zaakverzoek(call: Call, uuid: UUID) -> ZaakVerzoek:
    """Een specifiek verzoek bij een zaak opvragen."""
    return show_zaakverzoek(one_part(models.Zaakverzoek, uuid, call.actor))


@API.post("zaakverzoeken", scopes=CHANGE, body=ZaakVerzoek, answers=ZaakVerzoek)
def create_zaakverzoek(call: Call, body: ZaakVerzoek) -> ZaakVerzoek:
    """Leg een verzoek bij een zaak vast."""
    return show_zaakverzoek(register_zaakverzoek(id_of(body.zaak), verzoek=body.verzoek, actor=call.actor))


@API.delete("zaakverzoeken/{uuid}", scopes=CHANGE)
def delete_zaakverzoek(call: Call, uuid: UUID) -> None:
    """Haal een verzoek van een zaak."""
    remove_zaakverzoek(uuid, actor=call.actor)


def show_zaakverzoek(row: models.Zaakverzoek) -> ZaakVerzoek:
    """One zaakverzoek as the norm writes it."""
    url = url_of("zaken", "zaakverzoeken", row.pk)
    return ZaakVerzoek(url=url, uuid=row.pk, zaak=zaak_url(row.zaak_id), verzoek=row.verzoek)
