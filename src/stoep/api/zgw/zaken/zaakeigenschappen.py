"""Zaakeigenschappen and the decisions of a zaak: what stands below one zaak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.links import Link, exists_in, id_of
from stoep.api.zgw.zaken.api import API
from stoep.api.zgw.zaken.reading import (
    BIJWERKEN,
    LEZEN,
    OwnUuid,
    one_zaak,
    type_link,
    zaak_url,
)
from stoep.catalogi.models import Eigenschap
from stoep.foundation.errors import NotFound
from stoep.foundation.rest import Call, Text, Uri, Wire, given, invalid
from stoep.zaken import models
from stoep.zaken.commands import change_zaakeigenschap, register_zaakeigenschap, remove_zaakeigenschap

PATH = "zaken/{zaak_uuid}/zaakeigenschappen"
BESLUIT = Link("besluiten", "besluiten", max_length=1000, exists=exists_in(models.Besluit))
InnerUrl = Annotated[str, Uri(read_only=True)]
ZAAK = Link("zaken", "zaken", own=True, exists=exists_in(models.Zaak))


class ZaakEigenschap(Wire, kw_only=True):
    """De waarde van een eigenschap van een zaak."""

    url: InnerUrl
    uuid: OwnUuid
    zaak: Annotated[str, ZAAK]
    eigenschap: Annotated[str, type_link("eigenschappen", Eigenschap)]
    naam: Annotated[str, Text(read_only=True)]
    waarde: Annotated[str, Text()]


class ZaakBesluit(Wire, kw_only=True):
    """Een besluit dat in een zaak is genomen."""

    url: InnerUrl
    uuid: OwnUuid
    besluit: Annotated[str, BESLUIT]


@API.get(PATH, scopes=LEZEN, answers=ZaakEigenschap, shape="list")
def list_zaakeigenschappen(call: Call, zaak_uuid: UUID) -> list[ZaakEigenschap]:
    """Alle eigenschappen van een zaak opvragen."""
    zaak = one_zaak(zaak_uuid, call.actor)
    return show_zaakeigenschappen(list(models.Zaakeigenschap.objects.filter(zaak=zaak).order_by("pk")))


@API.get(PATH + "/{uuid}", scopes=LEZEN, answers=ZaakEigenschap)
def read_zaakeigenschap(call: Call, zaak_uuid: UUID, uuid: UUID) -> ZaakEigenschap:
    """Een specifieke eigenschap van een zaak opvragen."""
    zaak = one_zaak(zaak_uuid, call.actor)
    return show_zaakeigenschappen([models.Zaakeigenschap.objects.filter(zaak=zaak).one(uuid)])[0]


@API.post(PATH, scopes=BIJWERKEN, body=ZaakEigenschap, answers=ZaakEigenschap)
def create_zaakeigenschap(call: Call, zaak_uuid: UUID, body: ZaakEigenschap) -> ZaakEigenschap:
    """Maak een eigenschap bij een zaak aan."""
    if id_of(body.zaak) != zaak_uuid:
        raise invalid("zaak", "inconsistent-zaak", "Noem de zaak van dit adres.")
    row = register_zaakeigenschap(zaak_uuid, eigenschap_id=id_of(body.eigenschap), waarde=body.waarde, actor=call.actor)
    return show_zaakeigenschappen([row])[0]


@API.put(PATH + "/{uuid}", scopes=BIJWERKEN, body=ZaakEigenschap, answers=ZaakEigenschap)
def replace_zaakeigenschap(call: Call, zaak_uuid: UUID, uuid: UUID, body: ZaakEigenschap) -> ZaakEigenschap:
    """Werk een eigenschap van een zaak in haar geheel bij."""
    return change(call, zaak_uuid, uuid, body)


@API.patch(PATH + "/{uuid}", scopes=BIJWERKEN, body=ZaakEigenschap, answers=ZaakEigenschap)
def update_zaakeigenschap(call: Call, zaak_uuid: UUID, uuid: UUID, body: ZaakEigenschap) -> ZaakEigenschap:
    """Werk een eigenschap van een zaak deels bij."""
    return change(call, zaak_uuid, uuid, body)


@API.delete(PATH + "/{uuid}", scopes=BIJWERKEN)
def delete_zaakeigenschap(call: Call, zaak_uuid: UUID, uuid: UUID) -> None:
    """Verwijder een eigenschap van een zaak."""
    refuse_elsewhere(zaak_uuid, uuid)
    remove_zaakeigenschap(uuid, actor=call.actor)


def change(call: Call, zaak_uuid: UUID, uuid: UUID, body: ZaakEigenschap) -> ZaakEigenschap:
    """Change what was given."""
    refuse_elsewhere(zaak_uuid, uuid)
    values = given(body)
    row = change_zaakeigenschap(
        uuid,
        zaak_id=id_of(values.get("zaak")),
        eigenschap_id=id_of(values.get("eigenschap")),
        waarde=values.get("waarde"),
        actor=call.actor,
    )
    return show_zaakeigenschappen([row])[0]


def refuse_elsewhere(zaak_uuid: UUID, uuid: UUID) -> None:
    """Refuse an address that names a property below another zaak."""
    if not models.Zaakeigenschap.objects.filter(pk=uuid, zaak=zaak_uuid).exists():
        raise NotFound


def show_zaakeigenschappen(rows: Sequence[models.Zaakeigenschap]) -> list[ZaakEigenschap]:
    """Zaakeigenschappen as the norm writes them."""
    return [
        ZaakEigenschap(
            url=url_of("zaken", f"zaken/{row.zaak_id}/zaakeigenschappen", row.pk),
            uuid=row.pk,
            zaak=zaak_url(row.zaak_id),
            eigenschap=url_of("catalogi", "eigenschappen", row.eigenschap_id),
            naam=row.naam,
            waarde=row.waarde,
        )
        for row in rows
    ]


@API.get("zaken/{zaak_uuid}/besluiten", scopes=LEZEN, answers=ZaakBesluit, shape="list")
def list_zaakbesluiten(call: Call, zaak_uuid: UUID) -> list[ZaakBesluit]:
    """Alle besluiten van een zaak opvragen."""
    zaak = one_zaak(zaak_uuid, call.actor)
    ids = models.Besluit.objects.filter(zaak=zaak).order_by("pk").values_list("pk", flat=True)
    return [show_zaakbesluit(zaak_uuid, each) for each in ids]


@API.get("zaken/{zaak_uuid}/besluiten/{uuid}", scopes=LEZEN, answers=ZaakBesluit, head=False)
def read_zaakbesluit(call: Call, zaak_uuid: UUID, uuid: UUID) -> ZaakBesluit:
    """Een specifiek besluit van een zaak opvragen."""
    zaak = one_zaak(zaak_uuid, call.actor)
    return show_zaakbesluit(zaak_uuid, models.Besluit.objects.filter(zaak=zaak).one(uuid).pk)


@API.post("zaken/{zaak_uuid}/besluiten", scopes=("zaken.bijwerken",), body=ZaakBesluit, answers=ZaakBesluit)
def create_zaakbesluit(call: Call, zaak_uuid: UUID, body: ZaakBesluit) -> ZaakBesluit:
    """Bevestig dat een besluit bij een zaak hoort; de relatie zelf ontstaat bij het besluit (brc-006)."""
    call.actor.require("zaken.change", models.Zaak.objects.for_writing().one(zaak_uuid))
    if not models.Besluit.objects.filter(pk=id_of(body.besluit), zaak=zaak_uuid).exists():
        raise invalid("besluit", "inconsistent-relation", "Leg de zaak eerst vast bij het besluit zelf.")
    return show_zaakbesluit(zaak_uuid, id_of(body.besluit))


@API.delete("zaken/{zaak_uuid}/besluiten/{uuid}", scopes=("zaken.bijwerken",))
def delete_zaakbesluit(call: Call, zaak_uuid: UUID, uuid: UUID) -> None:
    """Haal een besluit van een zaak; dat kan pas als het besluit zelf niet meer naar de zaak wijst (brc-006)."""
    call.actor.require("zaken.change", models.Zaak.objects.for_writing().one(zaak_uuid))
    if not models.Besluit.objects.filter(pk=uuid, zaak=zaak_uuid).exists():
        raise NotFound
    raise invalid("nonFieldErrors", "inconsistent-relation", "Het besluit wijst nog naar deze zaak.")


def show_zaakbesluit(zaak_id: UUID, besluit_id: UUID) -> ZaakBesluit:
    """That a decision was taken in a zaak; it has the id of the decision."""
    return ZaakBesluit(
        url=url_of("zaken", f"zaken/{zaak_id}/besluiten", besluit_id),
        uuid=besluit_id,
        besluit=url_of("besluiten", "besluiten", besluit_id),
    )
