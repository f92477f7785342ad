"""Reading what the neighbourhood sees. It is public: there is nothing to guard here."""

from stoep.buurt.queries.gegevens import read_gegevens, state_of_gegevens
from stoep.buurt.queries.kaart import Kaartbeeld, kaartbeeld
from stoep.buurt.queries.lijst import Lijst, Regel, count_openbaar, list_openbaar, regels_of, select_openbaar
from stoep.buurt.queries.melding import Openbaar, get_openbaar, nummer_of_melding, show_openbaar
from stoep.buurt.queries.onderwerpen import Onderwerp, list_onderwerpen, namen_van_gebieden, onderwerpen_by_slug

__all__ = [
    "Kaartbeeld",
    "Lijst",
    "Onderwerp",
    "Openbaar",
    "Regel",
    "count_openbaar",
    "get_openbaar",
    "kaartbeeld",
    "list_onderwerpen",
    "list_openbaar",
    "namen_van_gebieden",
    "nummer_of_melding",
    "onderwerpen_by_slug",
    "read_gegevens",
    "regels_of",
    "select_openbaar",
    "show_openbaar",
    "state_of_gegevens",
]
