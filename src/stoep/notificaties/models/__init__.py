"""Channels, subscriptions, what is told, and who still must hear it (ZGW Notificaties 1.0)."""

from stoep.notificaties.models.abonnement import Abonnement, AbonnementQuerySet, Baan, Kanaal, Kanaalkeuze
from stoep.notificaties.models.aflevering import Aflevering, AfleveringQuerySet, Notificatie

__all__ = [
    "Abonnement",
    "AbonnementQuerySet",
    "Aflevering",
    "AfleveringQuerySet",
    "Baan",
    "Kanaal",
    "Kanaalkeuze",
    "Notificatie",
]
