"""Create a catalogus."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from stoep.catalogi.errors import CatalogusExists
from stoep.catalogi.models import Catalogus
from stoep.foundation import audit
from stoep.toegang.actors import Actor


@transaction.atomic
def create_catalogus(
    *,
    domein: str,
    rsin: str,
    naam: str,
    contactpersoon_beheer_naam: str,
    contactpersoon_beheer_telefoonnummer: str = "",
    contactpersoon_beheer_emailadres: str = "",
    versie: str = "",
    begindatum_versie: date | None = None,
    actor: Actor,
) -> Catalogus:
    """Create an empty catalogus for one domain of an organisation."""
    actor.require("catalogi.manage")
    if Catalogus.objects.filter(domein=domein, rsin=rsin).exists():
        raise CatalogusExists(domein=domein, rsin=rsin)
    catalogus = Catalogus.objects.create(
        domein=domein,
        rsin=rsin,
        naam=naam,
        contactpersoon_beheer_naam=contactpersoon_beheer_naam,
        contactpersoon_beheer_telefoonnummer=contactpersoon_beheer_telefoonnummer,
        contactpersoon_beheer_emailadres=contactpersoon_beheer_emailadres,
        versie=versie,
        begindatum_versie=begindatum_versie,
    )
    audit.record(actor, "catalogi.create_catalogus", subject=catalogus.ref)
    return catalogus
