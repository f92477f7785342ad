"""The rows of meldingen."""

from stoep.meldingen.models.categorieen import Categorie, CategorieQuerySet, Handeling, Standaardtekst
from stoep.meldingen.models.concepten import Concept, ConceptFoto
from stoep.meldingen.models.meldingen import ZAAKTYPE, FotoSoort, Kanaal, Melding, MeldingFoto, MeldingQuerySet

__all__ = [
    "ZAAKTYPE",
    "Categorie",
    "CategorieQuerySet",
    "Concept",
    "ConceptFoto",
    "FotoSoort",
    "Handeling",
    "Kanaal",
    "Melding",
    "MeldingFoto",
    "MeldingQuerySet",
    "Standaardtekst",
]
