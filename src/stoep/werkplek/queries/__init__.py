"""Reading for the werkplek: it composes what other domains let an actor see."""

from stoep.werkplek.queries.kaart import list_punten
from stoep.werkplek.queries.menu import BeheerPage, beheer_pages, count_work, show_count
from stoep.werkplek.queries.weergaven import list_weergaven
from stoep.werkplek.queries.werklijst import (
    Keuze,
    Keuzes,
    Werkregel,
    count_changed,
    count_zaken,
    find_bereik,
    read_keuzes,
    select_zaken,
    with_meldingen,
)
from stoep.werkplek.queries.zaakpagina import Zaakpagina, show_zaak
from stoep.werkplek.queries.zoeken import Gevonden, find_exact, search

__all__ = [
    "BeheerPage",
    "Gevonden",
    "Keuze",
    "Keuzes",
    "Werkregel",
    "Zaakpagina",
    "beheer_pages",
    "count_changed",
    "count_work",
    "count_zaken",
    "find_bereik",
    "find_exact",
    "list_punten",
    "list_weergaven",
    "read_keuzes",
    "search",
    "select_zaken",
    "show_count",
    "show_zaak",
    "with_meldingen",
]
