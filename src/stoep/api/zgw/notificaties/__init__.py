"""The Notificaties API of the norm (1.0)."""

from stoep.api.zgw.notificaties import abonnement, kanaal, notificaties
from stoep.api.zgw.notificaties.api import API

__all__ = ["API", "abonnement", "kanaal", "notificaties"]
