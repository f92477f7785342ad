"""The Catalogi API. Importing a resource declares its operations."""

from stoep.api.zgw.catalogi import zaaktypen
from stoep.api.zgw.catalogi.api import API

__all__ = ["API", "zaaktypen"]
