"""The Notificaties API. Importing a resource declares its operations."""

from stoep.api.zgw.notificaties.api import API

__all__ = ["API"]
