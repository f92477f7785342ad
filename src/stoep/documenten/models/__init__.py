"""Documents, their versions and what goes with them (ZGW Documenten 1.4, with the additions of 1.7)."""

from stoep.documenten.models.informatieobject import EnkelvoudigInformatieobject, Versie
from stoep.documenten.models.keuzes import (
    AardVerzending,
    Algoritme,
    Documentstatus,
    Objectsoort,
    SoortOndertekening,
)
from stoep.documenten.models.relaties import Objectinformatieobject
from stoep.documenten.models.verzending import Bestandsdeel, Gebruiksrecht, Verzending

__all__ = [
    "AardVerzending",
    "Algoritme",
    "Bestandsdeel",
    "Documentstatus",
    "EnkelvoudigInformatieobject",
    "Gebruiksrecht",
    "Objectinformatieobject",
    "Objectsoort",
    "SoortOndertekening",
    "Versie",
    "Verzending",
]
