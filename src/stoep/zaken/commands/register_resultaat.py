"""Register how a zaak ends, before its eindstatus is set."""

from __future__ import annotations

from uuid import UUID

from stoep.catalogi.models import Resultaattype
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import add_part
from stoep.zaken.commands.taking import take_for_change
from stoep.zaken.errors import ResultaatAlreadySet, ResultaatOfOtherZaaktype
from stoep.zaken.models import Resultaat, Zaak


@whole
def register_resultaat(zaak_id: UUID, *, resultaattype_id: UUID, toelichting: str = "", actor: Actor) -> Resultaat:
    """Register the one result of a zaak; it closes nothing."""
    zaak = take_for_change(zaak_id, actor=actor)
    resultaattype = take_resultaattype(zaak, resultaattype_id)
    if Resultaat.objects.filter(zaak=zaak).exists():
        raise ResultaatAlreadySet(identificatie=zaak.identificatie)
    resultaat = Resultaat(zaak=zaak, resultaattype=resultaattype, toelichting=toelichting)
    add_part(zaak, "resultaat", resultaat, label=resultaattype.omschrijving, actor=actor)
    return resultaat


def take_resultaattype(zaak: Zaak, resultaattype_id: UUID) -> Resultaattype:
    """A resultaattype of the zaaktype of this zaak (zrc-020)."""
    resultaattype: Resultaattype = Resultaattype.objects.one(resultaattype_id)
    if resultaattype.zaaktype_id != zaak.zaaktype_id:
        raise ResultaatOfOtherZaaktype(identificatie=zaak.identificatie)
    return resultaattype
