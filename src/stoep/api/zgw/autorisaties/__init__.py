"""The Autorisaties API. Importing a resource declares its operations."""

from stoep.api.zgw.autorisaties.api import API

__all__ = ["API"]
