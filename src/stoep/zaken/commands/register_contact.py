"""Register that there was contact about a zaak: kept elsewhere, or here as the norm had it before."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stoep.foundation import clock
from stoep.foundation.number_series import next_number
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import add_part
from stoep.zaken.commands.taking import take_for_change
from stoep.zaken.errors import RelationExists
from stoep.zaken.models import Klantcontact, Zaakcontactmoment, Zaakverzoek


@whole
def register_zaakcontactmoment(zaak_id: UUID, *, contactmoment: str, actor: Actor) -> Zaakcontactmoment:
    """Register a contact by its address (zrc-025)."""
    zaak = take_for_change(zaak_id, actor=actor)
    if Zaakcontactmoment.objects.filter(zaak=zaak, contactmoment=contactmoment).exists():
        raise RelationExists(field="nonFieldErrors")
    row = Zaakcontactmoment(zaak=zaak, contactmoment=contactmoment)
    add_part(zaak, "zaakcontactmoment", row, actor=actor)
    return row


@whole
def register_zaakverzoek(zaak_id: UUID, *, verzoek: str, actor: Actor) -> Zaakverzoek:
    """Register by its address the request from which a zaak came (zrc-024)."""
    zaak = take_for_change(zaak_id, actor=actor)
    if Zaakverzoek.objects.filter(zaak=zaak, verzoek=verzoek).exists():
        raise RelationExists(field="nonFieldErrors")
    row = Zaakverzoek(zaak=zaak, verzoek=verzoek)
    add_part(zaak, "zaakverzoek", row, actor=actor)
    return row


@whole
def register_klantcontact(
    zaak_id: UUID,
    *,
    datumtijd: datetime,
    identificatie: str = "",
    kanaal: str = "",
    onderwerp: str = "",
    toelichting: str = "",
    actor: Actor,
) -> Klantcontact:
    """Register a contact itself; a number that is not given is made."""
    zaak = take_for_change(zaak_id, actor=actor)
    year = clock.today().year
    number = identificatie or f"KC{year}{next_number('klantcontact', year):08d}"
    if Klantcontact.objects.filter(identificatie=number).exists():
        raise RelationExists(field="identificatie")
    row = Klantcontact(
        zaak=zaak,
        identificatie=number,
        datumtijd=datumtijd,
        kanaal=kanaal,
        onderwerp=onderwerp,
        toelichting=toelichting,
    )
    add_part(zaak, "klantcontact", row, label=onderwerp, actor=actor)
    return row
