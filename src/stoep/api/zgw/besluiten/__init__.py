"""The Besluiten API. Importing a resource declares its operations."""

from stoep.api.zgw.besluiten import audittrail, besluiten, besluitinformatieobjecten
from stoep.api.zgw.besluiten.api import API

__all__ = ["API", "audittrail", "besluiten", "besluitinformatieobjecten"]
