"""Cases and decisions (ZGW Zaken 1.5, Besluiten 1.1), and how the work on them goes."""

from stoep.zaken.models.besluit import Besluit, Besluitinformatieobject
from stoep.zaken.models.keuzes import (
    Archiefstatus,
    Betalingsindicatie,
    BetrokkeneType,
    IndicatieMachtiging,
    Notitiestatus,
    Notitietype,
    Vervalreden,
    Voorrang,
)
from stoep.zaken.models.regelversie import Regelversie
from stoep.zaken.models.relaties import (
    Klantcontact,
    Relevantezaak,
    Resultaat,
    Rol,
    Status,
    Zaakcontactmoment,
    Zaakeigenschap,
    Zaakinformatieobject,
    Zaakkenmerk,
    Zaakobject,
    Zaakverzoek,
)
from stoep.zaken.models.vorm import Zaakblok, Zaakvorm
from stoep.zaken.models.werk import Gebeurtenis, Notitie, Toewijzingsregel
from stoep.zaken.models.zaak import Zaak

__all__ = [
    "Archiefstatus",
    "Besluit",
    "Besluitinformatieobject",
    "Betalingsindicatie",
    "BetrokkeneType",
    "Gebeurtenis",
    "IndicatieMachtiging",
    "Klantcontact",
    "Notitie",
    "Notitiestatus",
    "Notitietype",
    "Regelversie",
    "Relevantezaak",
    "Resultaat",
    "Rol",
    "Status",
    "Toewijzingsregel",
    "Vervalreden",
    "Voorrang",
    "Zaak",
    "Zaakblok",
    "Zaakcontactmoment",
    "Zaakeigenschap",
    "Zaakinformatieobject",
    "Zaakkenmerk",
    "Zaakobject",
    "Zaakverzoek",
    "Zaakvorm",
]
