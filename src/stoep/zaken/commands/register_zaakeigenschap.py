"""Register the value of a property of a zaak, as another system tells it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from stoep.catalogi.models import Eigenschap
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import add_part
from stoep.zaken.commands.taking import take_for_change
from stoep.zaken.errors import EigenschapOfOtherZaaktype, EigenschapwaardeInvalid
from stoep.zaken.models import Zaakeigenschap
from stoep.zaken.rules.eigenschapwaarde import Specificatie, find_fault


@whole
def register_zaakeigenschap(zaak_id: UUID, *, eigenschap_id: UUID, waarde: str, actor: Actor) -> Zaakeigenschap:
    """Register a value of a property of the zaaktype (zrc-018)."""
    zaak = take_for_change(zaak_id, actor=actor)
    eigenschap: Eigenschap = Eigenschap.objects.one(eigenschap_id)
    if eigenschap.zaaktype_id != zaak.zaaktype_id:
        raise EigenschapOfOtherZaaktype(zaaktype=zaak.zaaktype.omschrijving, naam=eigenschap.naam)
    refuse_waarde(eigenschap, waarde)
    row = Zaakeigenschap(zaak=zaak, eigenschap=eigenschap, naam=eigenschap.naam, waarde=waarde)
    add_part(zaak, "zaakeigenschap", row, label=eigenschap.naam, actor=actor)
    return row


def refuse_waarde(eigenschap: Eigenschap, waarde: str) -> None:
    """Refuse a value that does not fit the specification (ztc-015), where the municipality wants that."""
    if not settings.CHECK_EIGENSCHAPPEN:
        return
    specificatie = Specificatie(eigenschap.formaat, eigenschap.lengte, tuple(eigenschap.waardenverzameling))
    fault = find_fault(waarde, specificatie)
    if fault:
        raise EigenschapwaardeInvalid(naam=eigenschap.naam, uitleg=fault)
