"""The Autorisaties API of the norm (1.0). Importing a resource declares its operations."""

from stoep.api.zgw.autorisaties import applicaties
from stoep.api.zgw.autorisaties.api import API

__all__ = ["API", "applicaties"]
