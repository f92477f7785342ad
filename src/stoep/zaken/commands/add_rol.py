"""Record who has to do with a zaak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from stoep.catalogi.models import Roltype
from stoep.catalogi.queries import roltypen_of
from stoep.foundation import audit, clock, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.errors import RoltypeOfOtherZaaktype
from stoep.zaken.events import ZaakChanged
from stoep.zaken.models import BetrokkeneType, Rol, Zaak


@whole
def add_rol(
    zaak_id: UUID,
    *,
    omschrijving_generiek: str = "",
    roltype_id: UUID | None = None,
    betrokkene_type: str = BetrokkeneType.NATUURLIJK_PERSOON,
    betrokkene: str = "",
    betrokkene_identificatie: Mapping[str, Any] | None = None,
    afwijkende_naam_betrokkene: str = "",
    roltoelichting: str = "",
    contactpersoon_naam: str = "",
    contactpersoon_emailadres: str = "",
    contactpersoon_telefoonnummer: str = "",
    actor: Actor,
) -> Rol:
    """Add a rol, by its roltype or by the generic meaning of one ("initiator")."""
    zaak = take_open_zaak(zaak_id, "zaken.open", actor=actor)
    roltype = find_roltype(zaak, roltype_id, omschrijving_generiek)
    rol = Rol(
        zaak=zaak,
        roltype=roltype,
        betrokkene=betrokkene,
        betrokkene_type=betrokkene_type,
        betrokkene_identificatie=dict(betrokkene_identificatie or {}),
        afwijkende_naam_betrokkene=afwijkende_naam_betrokkene[:625],
        roltoelichting=(roltoelichting or roltype.omschrijving)[:1000],
        registratiedatum=clock.now(),
        contactpersoon_naam=contactpersoon_naam[:40],
        contactpersoon_emailadres=contactpersoon_emailadres,
        contactpersoon_telefoonnummer=contactpersoon_telefoonnummer[:20],
    )
    rol.save(force_insert=True)
    store_changes(zaak)
    audit.record(actor, "zaken.add_rol", subject=zaak.ref, rol=roltype.omschrijving_generiek)
    outbox.publish(ZaakChanged(zaak_id=zaak.pk, wat="rol", onderdeel_id=rol.pk, actie="create"))
    return rol


def find_roltype(zaak: Zaak, roltype_id: UUID | None, omschrijving_generiek: str) -> Roltype:
    """The roltype in the zaaktype of this zaak."""
    found = next(
        (
            roltype
            for roltype in roltypen_of(zaak.zaaktype_id)
            if (roltype.pk == roltype_id if roltype_id else roltype.omschrijving_generiek == omschrijving_generiek)
        ),
        None,
    )
    if found is None:
        raise RoltypeOfOtherZaaktype(identificatie=zaak.identificatie)
    return found
