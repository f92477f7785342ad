"""The Catalogi API. Importing a resource declares its operations."""

from stoep.api.zgw.catalogi import (
    besluittypen,
    catalogussen,
    eigenschappen,
    informatieobjecttypen,
    resultaattypen,
    roltypen,
    statustypen,
    zaakobjecttypen,
    zaaktypeinformatieobjecttypen,
    zaaktypen,
)
from stoep.api.zgw.catalogi.api import API

__all__ = [
    "API",
    "besluittypen",
    "catalogussen",
    "eigenschappen",
    "informatieobjecttypen",
    "resultaattypen",
    "roltypen",
    "statustypen",
    "zaakobjecttypen",
    "zaaktypeinformatieobjecttypen",
    "zaaktypen",
]
