"""The rows of meldingen."""

from stoep.meldingen.models.categorieen import Categorie, CategorieQuerySet, Handeling, Standaardtekst
from stoep.meldingen.models.concepten import Concept, ConceptFoto
from stoep.meldingen.models.gevaar import Gevaar
from stoep.meldingen.models.herkenning import Correctie, Herkenner
from stoep.meldingen.models.instellingen import Meldinginstellingen, Opschoning
from stoep.meldingen.models.meldingen import (
    GEANNULEERD,
    ZAAKTYPE,
    FotoSoort,
    Kanaal,
    Melding,
    MeldingFoto,
    MeldingQuerySet,
    Misbruik,
    Urgentie,
)
from stoep.meldingen.models.nazorg import Heropenbesluit, Heropenverzoek, Tevredenheid, Tevredenheidsreden
from stoep.meldingen.models.samenhang import (
    Bekijker,
    Deelsluiting,
    Golf,
    GolfBereik,
    Golfhandeling,
    Rondbericht,
    Volger,
)
from stoep.meldingen.models.vragen import Vraag, VraagSoort

__all__ = [
    "GEANNULEERD",
    "ZAAKTYPE",
    "Bekijker",
    "Categorie",
    "CategorieQuerySet",
    "Concept",
    "ConceptFoto",
    "Correctie",
    "Deelsluiting",
    "FotoSoort",
    "Gevaar",
    "Golf",
    "GolfBereik",
    "Golfhandeling",
    "Handeling",
    "Herkenner",
    "Heropenbesluit",
    "Heropenverzoek",
    "Kanaal",
    "Melding",
    "MeldingFoto",
    "MeldingQuerySet",
    "Meldinginstellingen",
    "Misbruik",
    "Opschoning",
    "Rondbericht",
    "Standaardtekst",
    "Tevredenheid",
    "Tevredenheidsreden",
    "Urgentie",
    "Volger",
    "Vraag",
    "VraagSoort",
]
