"""Recognising addresses of the Selectielijst, wherever it is served, in the list that Stoep has loaded."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import models

from stoep.catalogi.errors import SelectielijstAddressUnknown, SelectielijstItemUnknown
from stoep.catalogi.models import Procestype, Resultaattypeomschrijving, Selectielijstresultaat
from stoep.foundation.rest.fields import read_uuid

RowT = TypeVar("RowT", bound=models.Model)

RESOURCES: dict[type[models.Model], str] = {
    Procestype: "procestypen",
    Selectielijstresultaat: "resultaten",
    Resultaattypeomschrijving: "resultaattypeomschrijvingen",
}


def bases() -> list[str]:
    """Where the Selectielijst is served: by Stoep itself, and at the configured addresses."""
    own = f"{settings.BASE_URL.rstrip('/')}/selectielijst/api/v1"
    return [own, *(base.rstrip("/") for base in settings.SELECTIELIJST_ADDRESSES)]


def find_item(address: str, model: type[RowT], *, field: str) -> RowT | None:
    """The item at an address, whatever installation serves it. Raises a refusal at `field`.

    While no list is loaded an address that has the right form is believed, and nothing follows from it: None.
    """
    resource = RESOURCES[model]
    place = next((base for base in bases() if address.startswith(f"{base}/")), None)
    if place is None:
        raise SelectielijstAddressUnknown(field=field)
    kind, _slash, key = address.removeprefix(f"{place}/").partition("/")
    row_id: UUID | None = read_uuid(key.rstrip("/"))
    if kind != resource or row_id is None:
        raise SelectielijstItemUnknown(field=field)
    objects: Any = model._default_manager
    found: RowT | None = objects.filter(pk=row_id).first()
    if found is None and objects.exists():
        raise SelectielijstItemUnknown(field=field)
    return found
