"""The Documenten API. Importing a resource declares its operations."""

from stoep.api.zgw.documenten.api import API

__all__ = ["API"]
