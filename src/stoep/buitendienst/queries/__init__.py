"""Reading rounds, always as somebody."""

from stoep.buitendienst.queries.rondes import (
    Stopregel,
    find_ronde,
    get_ronde,
    list_inspecteurs,
    list_niet_verwerkt,
    list_rondes,
    list_stops,
    list_werven,
    route_length,
)
from stoep.buitendienst.queries.vlakbij import OokVlakbij, list_ook_vlakbij
from stoep.buitendienst.queries.voor_onderweg import collect_for_phone, texts_of_stop

__all__ = [
    "OokVlakbij",
    "Stopregel",
    "collect_for_phone",
    "find_ronde",
    "get_ronde",
    "list_inspecteurs",
    "list_niet_verwerkt",
    "list_ook_vlakbij",
    "list_rondes",
    "list_stops",
    "list_werven",
    "route_length",
    "texts_of_stop",
]
