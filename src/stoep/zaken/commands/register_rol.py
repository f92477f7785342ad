"""Register who has to do with a zaak, as another system tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from stoep.foundation import clock
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.add_rol import find_roltype
from stoep.zaken.commands.parts import add_part
from stoep.zaken.commands.taking import take_for_change
from stoep.zaken.errors import BetrokkeneMissing
from stoep.zaken.models import Rol


@whole
def register_rol(
    zaak_id: UUID,
    *,
    roltype_id: UUID,
    betrokkene_type: str,
    betrokkene: str = "",
    betrokkene_identificatie: Mapping[str, Any] | None = None,
    afwijkende_naam_betrokkene: str = "",
    roltoelichting: str = "",
    indicatie_machtiging: str = "",
    contactpersoon_naam: str = "",
    contactpersoon_emailadres: str = "",
    contactpersoon_functie: str = "",
    contactpersoon_telefoonnummer: str = "",
    actor: Actor,
) -> Rol:
    """Register a rol of the zaaktype (zrc-019). The betrokkene is an address, or the fields that identify it."""
    zaak = take_for_change(zaak_id, actor=actor)
    if not betrokkene and not betrokkene_identificatie:
        raise BetrokkeneMissing
    roltype = find_roltype(zaak, roltype_id, "")
    rol = Rol(
        zaak=zaak,
        roltype=roltype,
        betrokkene=betrokkene,
        betrokkene_type=betrokkene_type,
        betrokkene_identificatie=dict(betrokkene_identificatie or {}),
        afwijkende_naam_betrokkene=afwijkende_naam_betrokkene,
        roltoelichting=roltoelichting,
        registratiedatum=clock.now(),
        indicatie_machtiging=indicatie_machtiging,
        contactpersoon_naam=contactpersoon_naam,
        contactpersoon_emailadres=contactpersoon_emailadres,
        contactpersoon_functie=contactpersoon_functie,
        contactpersoon_telefoonnummer=contactpersoon_telefoonnummer,
    )
    add_part(zaak, "rol", rol, label=roltype.omschrijving, actor=actor)
    return rol
