"""Reading for notificaties."""

from stoep.notificaties.queries.abonnementen import (
    Keuze,
    abonnementen_met_stand,
    get_abonnement,
    get_kanaal,
    keuzes_by_kanaal,
    list_abonnementen,
    list_kanalen,
)
from stoep.notificaties.queries.afleveringen import count_parked, get_aflevering, parked_afleveringen
from stoep.notificaties.queries.kenmerken import read_kenmerken
from stoep.notificaties.queries.wijzigingen import APIS, Wijziging, Wijzigingen, read_wijzigingen

__all__ = [
    "APIS",
    "Keuze",
    "Wijziging",
    "Wijzigingen",
    "abonnementen_met_stand",
    "count_parked",
    "get_abonnement",
    "get_aflevering",
    "get_kanaal",
    "keuzes_by_kanaal",
    "list_abonnementen",
    "list_kanalen",
    "parked_afleveringen",
    "read_kenmerken",
    "read_wijzigingen",
]
