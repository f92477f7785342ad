"""Every API of the norm that Stoep serves."""

from __future__ import annotations

from stoep.api.zgw import feeds
from stoep.api.zgw.autorisaties import API as AUTORISATIES
from stoep.api.zgw.besluiten import API as BESLUITEN
from stoep.api.zgw.catalogi import API as CATALOGI
from stoep.api.zgw.documenten import API as DOCUMENTEN
from stoep.api.zgw.notificaties import API as NOTIFICATIES
from stoep.api.zgw.selectielijst import API as SELECTIELIJST
from stoep.api.zgw.zaken import API as ZAKEN
from stoep.foundation.rest.operations import Api

__all__ = ["APIS", "feeds"]

APIS: list[Api] = [ZAKEN, CATALOGI, DOCUMENTEN, BESLUITEN, AUTORISATIES, NOTIFICATIES, SELECTIELIJST]
