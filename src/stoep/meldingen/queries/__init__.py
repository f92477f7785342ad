"""Reading reports, always as somebody."""

from stoep.meldingen.queries.categorieen import (
    get_choosable,
    known_categorie,
    list_categorieen,
    propose_categorieen,
    standaardteksten_for,
)
from stoep.meldingen.queries.concepten import concept_fotos, get_concept, get_sent
from stoep.meldingen.queries.herkenning import Leerstand, tell_leerstand
from stoep.meldingen.queries.instellingen import (
    answer_until,
    count_te_wissen,
    due_for_anonymising,
    due_for_fotos,
    get_instellingen,
    is_answerable,
    list_opschoningen,
    list_redenen,
)
from stoep.meldingen.queries.lijst import export_lijst, preview_lijst
from stoep.meldingen.queries.meldingen import (
    Filters,
    count_open,
    find_for_melder,
    get_for_link,
    get_melding,
    melding_of_zaak,
    worklist,
)
from stoep.meldingen.queries.nazorg import (
    MOST_VERZOEKEN,
    Mening,
    count_heropenverzoeken,
    list_heropenverzoeken,
    meningen_of,
    open_heropenverzoek,
)
from stoep.meldingen.queries.objecten import say_object
from stoep.meldingen.queries.samen import bekijkers, deelmeldingen, followers_count, hoofdmelding
from stoep.meldingen.queries.samenhang import MetElkaar, show_met_elkaar
from stoep.meldingen.queries.vlakbij import Vlakbij, list_vlakbij
from stoep.meldingen.queries.volgen import get_offered, get_volger, show_to_volger
from stoep.meldingen.queries.voor_melder import (
    Weergave,
    answer_path,
    filled_in,
    preview_message,
    show_to_melder,
    status_link,
    status_path,
    tevreden_path,
)
from stoep.meldingen.queries.vragen import alarm_for, list_gevaren, vragen_of
from stoep.meldingen.queries.wijzigingen import Aanpassing, list_aanpassingen

__all__ = [
    "MOST_VERZOEKEN",
    "Aanpassing",
    "Filters",
    "Leerstand",
    "Mening",
    "MetElkaar",
    "Vlakbij",
    "Weergave",
    "alarm_for",
    "answer_path",
    "answer_until",
    "bekijkers",
    "concept_fotos",
    "count_heropenverzoeken",
    "count_open",
    "count_te_wissen",
    "deelmeldingen",
    "due_for_anonymising",
    "due_for_fotos",
    "export_lijst",
    "filled_in",
    "find_for_melder",
    "followers_count",
    "get_choosable",
    "get_concept",
    "get_for_link",
    "get_instellingen",
    "get_melding",
    "get_offered",
    "get_sent",
    "get_volger",
    "hoofdmelding",
    "is_answerable",
    "known_categorie",
    "list_aanpassingen",
    "list_categorieen",
    "list_gevaren",
    "list_heropenverzoeken",
    "list_opschoningen",
    "list_redenen",
    "list_vlakbij",
    "melding_of_zaak",
    "meningen_of",
    "open_heropenverzoek",
    "preview_lijst",
    "preview_message",
    "propose_categorieen",
    "say_object",
    "show_met_elkaar",
    "show_to_melder",
    "show_to_volger",
    "standaardteksten_for",
    "status_link",
    "status_path",
    "tell_leerstand",
    "tevreden_path",
    "vragen_of",
    "worklist",
]
