"""The rows of meldingen."""

from stoep.meldingen.models.categorieen import Categorie, CategorieQuerySet, Handeling, Standaardtekst
from stoep.meldingen.models.concepten import Concept, ConceptFoto
from stoep.meldingen.models.gevaar import Gevaar
from stoep.meldingen.models.herkenning import Correctie, Herkenner
from stoep.meldingen.models.meldingen import (
    ZAAKTYPE,
    FotoSoort,
    Kanaal,
    Melding,
    MeldingFoto,
    MeldingQuerySet,
    Urgentie,
)
from stoep.meldingen.models.vragen import Vraag, VraagSoort

__all__ = [
    "ZAAKTYPE",
    "Categorie",
    "CategorieQuerySet",
    "Concept",
    "ConceptFoto",
    "Correctie",
    "FotoSoort",
    "Gevaar",
    "Handeling",
    "Herkenner",
    "Kanaal",
    "Melding",
    "MeldingFoto",
    "MeldingQuerySet",
    "Standaardtekst",
    "Urgentie",
    "Vraag",
    "VraagSoort",
]
