"""Which APIs have a feed of changes, and the scope that opens it."""

from __future__ import annotations

from stoep.api.zgw.besluiten.api import API as BESLUITEN
from stoep.api.zgw.catalogi.api import API as CATALOGI
from stoep.api.zgw.documenten.api import API as DOCUMENTEN
from stoep.api.zgw.wijzigingen import offer_wijzigingen
from stoep.api.zgw.zaken.api import API as ZAKEN

for api in (ZAKEN, DOCUMENTEN, BESLUITEN, CATALOGI):
    offer_wijzigingen(api, [f"{api.name}.lezen"])
