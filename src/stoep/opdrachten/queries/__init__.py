"""Reading work orders and contractors."""

from stoep.opdrachten.queries.lijst import Filters, count_waiting, list_for_nemer, list_opdrachten
from stoep.opdrachten.queries.links import find_for_overzicht, get_for_link, order_path, overzicht_path
from stoep.opdrachten.queries.mails import feiten_of, preview_opdracht
from stoep.opdrachten.queries.opdrachten import (
    Opdrachtstand,
    fotos_of,
    get_opdracht,
    history_of,
    opdrachten_of,
    standen_of,
)
from stoep.opdrachten.queries.opdrachtnemers import get_opdrachtnemer, list_opdrachtnemers, propose_opdrachtnemers
from stoep.opdrachten.queries.prestaties import Prestatie, measure_prestaties

__all__ = [
    "Filters",
    "Opdrachtstand",
    "Prestatie",
    "count_waiting",
    "feiten_of",
    "find_for_overzicht",
    "fotos_of",
    "get_for_link",
    "get_opdracht",
    "get_opdrachtnemer",
    "history_of",
    "list_for_nemer",
    "list_opdrachten",
    "list_opdrachtnemers",
    "measure_prestaties",
    "opdrachten_of",
    "order_path",
    "overzicht_path",
    "preview_opdracht",
    "propose_opdrachtnemers",
    "standen_of",
]
