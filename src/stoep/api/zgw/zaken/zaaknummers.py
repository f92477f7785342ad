"""Reserving numbers for zaken that are registered later (Zaken 1.7)."""

from __future__ import annotations

from typing import Annotated

import msgspec

from stoep.api.zgw.zaken.api import API
from stoep.api.zgw.zaken.zaak_wire import RSIN
from stoep.foundation.rest import Answer, Call, Number, Text, Wire
from stoep.zaken.commands import reserve_zaaknummers


class ReserveZaakIdentificatieRequest(Wire, kw_only=True):
    """Hoeveel nummers, en voor wie."""

    bronorganisatie: Annotated[str, RSIN]
    aantal: Annotated[int, Number(1, 1000)] = 1


class ReserveZaakIdentificatie(Wire, kw_only=True):
    """Een nummer dat niemand anders krijgt."""

    zaaknummer: Annotated[str, Text(read_only=True)]


@API.post(
    "zaaknummer_reserveren",
    scopes=("zaken.aanmaken",),
    body=ReserveZaakIdentificatieRequest,
    answers=ReserveZaakIdentificatie,
)
def reserve_zaaknummer(call: Call, body: ReserveZaakIdentificatieRequest) -> Answer[bytes]:
    """Reserveer een of meer zaaknummers; meer dan een komt als lijst."""
    numbers = reserve_zaaknummers(bronorganisatie=body.bronorganisatie, aantal=body.aantal, actor=call.actor)
    shown = [ReserveZaakIdentificatie(zaaknummer=number) for number in numbers]
    return Answer(msgspec.json.encode(shown if body.aantal > 1 else shown[0]))
