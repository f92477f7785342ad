"""Reading figures."""

from stoep.sturing.queries.figures import (
    GROUPS,
    RIGHT,
    Figures,
    Keuze,
    Stand,
    find_first_day,
    read_figures,
    read_stand,
)
from stoep.sturing.queries.markeringen import Mark, read_marks, read_streefwaarden
from stoep.sturing.queries.plekken import count_vakken

__all__ = [
    "GROUPS",
    "RIGHT",
    "Figures",
    "Keuze",
    "Mark",
    "Stand",
    "count_vakken",
    "find_first_day",
    "read_figures",
    "read_marks",
    "read_stand",
    "read_streefwaarden",
]
