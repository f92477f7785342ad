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
    get_instellingen,
    is_answerable,
    list_opschoningen,
    list_redenen,
)
from stoep.meldingen.queries.meldingen import (
    Filters,
    Vlakbij,
    count_open,
    find_for_melder,
    get_for_link,
    get_melding,
    list_vlakbij,
    melding_of_zaak,
    worklist,
)
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

__all__ = [
    "Filters",
    "Leerstand",
    "Vlakbij",
    "Weergave",
    "answer_path",
    "answer_until",
    "concept_fotos",
    "count_open",
    "filled_in",
    "find_for_melder",
    "get_choosable",
    "get_concept",
    "get_for_link",
    "get_instellingen",
    "get_melding",
    "get_sent",
    "is_answerable",
    "known_categorie",
    "list_categorieen",
    "list_opschoningen",
    "list_redenen",
    "list_vlakbij",
    "melding_of_zaak",
    "preview_message",
    "propose_categorieen",
    "show_to_melder",
    "standaardteksten_for",
    "status_link",
    "status_path",
    "tell_leerstand",
    "tevreden_path",
    "worklist",
]
