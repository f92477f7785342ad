"""The Zaken API. Importing a resource declares its operations."""

from stoep.api.zgw.zaken import (
    audittrail,
    contacten,
    resultaten,
    rollen,
    statussen,
    zaakeigenschappen,
    zaakinformatieobjecten,
    zaaknummers,
    zaakobjecten,
    zaken,
)
from stoep.api.zgw.zaken.api import API

__all__ = [
    "API",
    "audittrail",
    "contacten",
    "resultaten",
    "rollen",
    "statussen",
    "zaakeigenschappen",
    "zaakinformatieobjecten",
    "zaaknummers",
    "zaakobjecten",
    "zaken",
]
