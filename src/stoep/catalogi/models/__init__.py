"""The types behind cases, documents and decisions (ZGW Catalogi 1.3)."""

from stoep.catalogi.models.catalogus import Catalogus
from stoep.catalogi.models.informatieobjecttype import Besluittype, Informatieobjecttype
from stoep.catalogi.models.keuzes import (
    AardRelatie,
    Afleidingswijze,
    Archiefnominatie,
    Formaat,
    IndicatieInternOfExtern,
    Objecttype,
    OmschrijvingGeneriekRol,
    Richting,
    Vertrouwelijkheidaanduiding,
)
from stoep.catalogi.models.onderdelen import (
    Eigenschap,
    Resultaattype,
    Roltype,
    Statustype,
    Zaakobjecttype,
    ZaaktypeInformatieobjecttype,
)
from stoep.catalogi.models.selectielijst import Procestype, Resultaattypeomschrijving, Selectielijstresultaat
from stoep.catalogi.models.zaaktype import Zaaktype, Zaaktyperelatie

__all__ = [
    "AardRelatie",
    "Afleidingswijze",
    "Archiefnominatie",
    "Besluittype",
    "Catalogus",
    "Eigenschap",
    "Formaat",
    "IndicatieInternOfExtern",
    "Informatieobjecttype",
    "Objecttype",
    "OmschrijvingGeneriekRol",
    "Procestype",
    "Resultaattype",
    "Resultaattypeomschrijving",
    "Richting",
    "Roltype",
    "Selectielijstresultaat",
    "Statustype",
    "Vertrouwelijkheidaanduiding",
    "Zaakobjecttype",
    "Zaaktype",
    "ZaaktypeInformatieobjecttype",
    "Zaaktyperelatie",
]
