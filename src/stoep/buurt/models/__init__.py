"""The rows of buurt."""

from stoep.buurt.models.openbaar import Kaartvak, OpenbareMelding, OpenbareMeldingQuerySet, Stand
from stoep.buurt.models.volgen import Buurtabonnement, Ritme
from stoep.buurt.models.vrijgave import Beoordeling, Onderdeel, Vrijgave, VrijgaveQuerySet

__all__ = [
    "Beoordeling",
    "Buurtabonnement",
    "Kaartvak",
    "Onderdeel",
    "OpenbareMelding",
    "OpenbareMeldingQuerySet",
    "Ritme",
    "Stand",
    "Vrijgave",
    "VrijgaveQuerySet",
]
