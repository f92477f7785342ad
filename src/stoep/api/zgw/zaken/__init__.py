"""The Zaken API. Importing a resource declares its operations."""

from stoep.api.zgw.zaken import (
    contacten,
    resultaten,
    rollen,
    statussen,
    zaakeigenschappen,
    zaakinformatieobjecten,
    zaakobjecten,
    zaken,
)
from stoep.api.zgw.zaken.api import API

__all__ = [
    "API",
    "contacten",
    "resultaten",
    "rollen",
    "statussen",
    "zaakeigenschappen",
    "zaakinformatieobjecten",
    "zaakobjecten",
    "zaken",
]
