"""Reading types. Types hold no personal data: whoever may come in may read them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from stoep.catalogi.errors import ZaaktypeNotInForce
from stoep.catalogi.models import (
    Informatieobjecttype,
    Resultaattype,
    Roltype,
    Statustype,
    Zaaktype,
)
from stoep.foundation.errors import NotFound
from stoep.foundation.remembered import remembered


@remembered("catalogi_zaaktype", "catalogi_catalogus")
def zaaktype_in_force(identificatie: str, on: date) -> Zaaktype:
    """The published version that is valid on a day. Raises ZaaktypeNotInForce."""
    found = Zaaktype.objects.in_force(on).filter(identificatie=identificatie).select_related("catalogus").first()
    if found is None:
        raise ZaaktypeNotInForce(identificatie=identificatie[:50], dag=f"{on:%d-%m-%Y}")
    return found


def list_zaaktypen(on: date) -> Sequence[Zaaktype]:
    """All published versions that are valid on a day, by omschrijving."""
    return list(Zaaktype.objects.in_force(on).select_related("catalogus").order_by("omschrijving"))


def statustypen_of(zaaktype_id: UUID) -> Sequence[Statustype]:
    """The phases of a zaaktype, in order."""
    return list(Statustype.objects.filter(zaaktype_id=zaaktype_id).order_by("volgnummer"))


def resultaattypen_of(zaaktype_id: UUID) -> Sequence[Resultaattype]:
    """How zaken of this type can end."""
    return list(Resultaattype.objects.filter(zaaktype_id=zaaktype_id).order_by("omschrijving"))


@remembered("catalogi_statustype")
def first_statustype_of(zaaktype_id: UUID) -> Statustype | None:
    """The phase in which a zaak of this type begins."""
    return Statustype.objects.filter(zaaktype_id=zaaktype_id).order_by("volgnummer").first()


@remembered("catalogi_roltype")
def roltypen_of(zaaktype_id: UUID) -> Sequence[Roltype]:
    """Who can have to do with zaken of this type."""
    return tuple(Roltype.objects.filter(zaaktype_id=zaaktype_id))


def roltype_of(zaaktype_id: UUID, omschrijving_generiek: str) -> Roltype:
    """The role with this generic meaning in a zaaktype, such as "initiator". Raises NotFound."""
    found = Roltype.objects.filter(zaaktype_id=zaaktype_id, omschrijving_generiek=omschrijving_generiek).first()
    if found is None:
        raise NotFound
    return found


def informatieobjecttype_in_force(omschrijving: str, on: date) -> Informatieobjecttype:
    """The published version of a document type that is valid on a day. Raises NotFound."""
    found = Informatieobjecttype.objects.in_force(on).filter(omschrijving=omschrijving).first()
    if found is None:
        raise NotFound
    return found
