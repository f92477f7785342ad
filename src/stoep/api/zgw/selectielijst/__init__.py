"""The Selectielijst API. Importing a resource declares its operations."""

from stoep.api.zgw.selectielijst import lijst
from stoep.api.zgw.selectielijst.api import API

__all__ = ["API", "lijst"]
