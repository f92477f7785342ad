"""The Documenten API. Importing a resource declares its operations."""

from stoep.api.zgw.documenten import (
    audittrail,
    bestandsdelen,
    documenten,
    gebruiksrechten,
    objectinformatieobjecten,
    verzendingen,
)
from stoep.api.zgw.documenten.api import API

__all__ = [
    "API",
    "audittrail",
    "bestandsdelen",
    "documenten",
    "gebruiksrechten",
    "objectinformatieobjecten",
    "verzendingen",
]
