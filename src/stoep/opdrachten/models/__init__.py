"""The rows of opdrachten."""

from stoep.opdrachten.models.opdrachten import (
    FotoSoort,
    Opdracht,
    OpdrachtFoto,
    OpdrachtGebeurtenis,
    OpdrachtQuerySet,
    Status,
    Teruggavereden,
)
from stoep.opdrachten.models.opdrachtnemers import Afspraak, Opdrachtnemer

__all__ = [
    "Afspraak",
    "FotoSoort",
    "Opdracht",
    "OpdrachtFoto",
    "OpdrachtGebeurtenis",
    "OpdrachtQuerySet",
    "Opdrachtnemer",
    "Status",
    "Teruggavereden",
]
