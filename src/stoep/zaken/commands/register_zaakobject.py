"""Register what a zaak is about, as another system tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from stoep.catalogi.models import Zaakobjecttype
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import add_part
from stoep.zaken.commands.taking import take_for_change
from stoep.zaken.errors import ObjectMissing, ObjecttypeOverigeMissing, ZaakobjecttypeMismatch
from stoep.zaken.models import Zaak, Zaakobject

OVERIGE = "overige"


@whole
def register_zaakobject(
    zaak_id: UUID,
    *,
    object_type: str,
    object_ref: str = "",
    object_identificatie: Mapping[str, Any] | None = None,
    object_type_overige: str = "",
    object_type_overige_definitie: Mapping[str, Any] | None = None,
    relatieomschrijving: str = "",
    zaakobjecttype_id: UUID | None = None,
    actor: Actor,
) -> Zaakobject:
    """Register an object by its address or by what identifies it; a sort of its own (overige) has a name."""
    zaak = take_for_change(zaak_id, "zaken.open", actor=actor)
    if not object_ref and not object_identificatie:
        raise ObjectMissing
    named = bool(object_type_overige or object_type_overige_definitie)
    if named != (object_type == OVERIGE):
        raise ObjecttypeOverigeMissing
    if zaakobjecttype_id is not None:
        refuse_zaakobjecttype(zaak, zaakobjecttype_id)
    zaakobject = Zaakobject(
        zaak=zaak,
        zaakobjecttype_id=zaakobjecttype_id,
        object=object_ref,
        object_type=object_type,
        object_type_overige=object_type_overige,
        object_type_overige_definitie=dict(object_type_overige_definitie) if object_type_overige_definitie else None,
        relatieomschrijving=relatieomschrijving,
        object_identificatie=dict(object_identificatie or {}),
    )
    add_part(zaak, "zaakobject", zaakobject, label=relatieomschrijving or object_type, actor=actor)
    return zaakobject


def refuse_zaakobjecttype(zaak: Zaak, zaakobjecttype_id: UUID) -> None:
    """Refuse a sort of object that is not of the zaaktype of this zaak."""
    if not Zaakobjecttype.objects.filter(pk=zaakobjecttype_id, zaaktype=zaak.zaaktype_id).exists():
        raise ZaakobjecttypeMismatch
