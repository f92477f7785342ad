"""The Catalogi API. Importing a resource declares its operations."""

from stoep.api.zgw.catalogi import (
    catalogussen,
    eigenschappen,
    roltypen,
    statustypen,
    zaakobjecttypen,
    zaaktypeinformatieobjecttypen,
    zaaktypen,
)
from stoep.api.zgw.catalogi.api import API

__all__ = [
    "API",
    "catalogussen",
    "eigenschappen",
    "roltypen",
    "statustypen",
    "zaakobjecttypen",
    "zaaktypeinformatieobjecttypen",
    "zaaktypen",
]
