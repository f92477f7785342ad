"""Naming another type in a body: by its omschrijving or identificatie, or by the address of one of its versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from stoep.api.zgw.addresses import id_from_url
from stoep.api.zgw.catalogi.versions import RESOURCES, Versioned, key_of
from stoep.catalogi.errors import OtherCatalogus, RelatedTypeUnknown
from stoep.foundation.rest import Text
from stoep.foundation.rest.kinds import Schema


@dataclass(frozen=True)
class NameOrUrl(Text):
    """A name or an address; `uri` is how the official file has it."""

    uri: bool = field(default=False, kw_only=True)

    def shape(self) -> Schema:
        """A string."""
        return super().shape() | ({"format": "uri"} if self.uri else {})


def names_of(model: Versioned, given: Iterable[str], catalogus_id: UUID, *, at: str) -> list[str]:
    """The names that were meant, each once. An address of ours leads to its name; types of another catalogus do not mix."""
    found = []
    for place, text in enumerate(given):
        found.append(name_of(model, text, catalogus_id, at=f"{at}.{place}") if "://" in text else text)
    return list(dict.fromkeys(found))


def name_of(model: Versioned, url: str, catalogus_id: UUID, *, at: str) -> str:
    """The name of the type at an address (ztc-011, ztc-013)."""
    row_id = id_from_url(url, "catalogi", RESOURCES[model])
    row: Any = model.objects.filter(pk=row_id).first() if row_id else None
    if row is None:
        raise RelatedTypeUnknown(omschrijving=url[:200], field=at)
    if row.catalogus_id != catalogus_id:
        raise OtherCatalogus(omschrijving=row.omschrijving, field=at)
    return str(getattr(row, key_of(model)))


def name_in_filter(model: Versioned, text: str) -> str | None:
    """The name in a filter that is a name or an address; None when the address is of nothing here."""
    if "://" not in text:
        return text
    row_id = id_from_url(text, "catalogi", RESOURCES[model])
    found = model.objects.filter(pk=row_id).values_list(key_of(model), flat=True).first() if row_id else None
    return None if found is None else str(found)
