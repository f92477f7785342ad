"""Close a zaak."""

from __future__ import annotations

from uuid import UUID

from stoep.catalogi.models import Resultaattype, Statustype
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.closing import finish
from stoep.zaken.commands.taking import take_open_zaak
from stoep.zaken.errors import ResultaatOfOtherZaaktype
from stoep.zaken.models import Resultaat, Zaak


@whole
def close_zaak(
    zaak_id: UUID, *, resultaattype_id: UUID, toelichting: str = "", versie: int | None = None, actor: Actor
) -> Zaak:
    """Close a zaak: record its resultaat and decide what the archive does with the dossier.

    Deelzaken must be closed first, because their dossiers are destroyed together with ours.
    """
    zaak = take_open_zaak(zaak_id, "zaken.close", actor=actor, versie=versie)
    resultaattype: Resultaattype = Resultaattype.objects.one(resultaattype_id)
    if resultaattype.zaaktype_id != zaak.zaaktype_id:
        raise ResultaatOfOtherZaaktype(identificatie=zaak.identificatie)
    eindstatus = Statustype.objects.get(zaaktype_id=zaak.zaaktype_id, is_eindstatus=True)
    resultaat = Resultaat(zaak=zaak, resultaattype=resultaattype, toelichting=toelichting[:1000])
    Resultaat.objects.bulk_create(
        [resultaat], update_conflicts=True, unique_fields=["zaak"], update_fields=["resultaattype", "toelichting"]
    )
    finish(zaak, eindstatus, resultaattype, toelichting=toelichting, actor=actor)
    return zaak
