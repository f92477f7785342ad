"""Put in the zaaktype of street reports, with all that belongs to it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from stoep.catalogi.commands import (
    add_informatieobjecttype,
    add_resultaattype,
    add_roltype,
    add_statustype,
    create_catalogus,
    create_informatieobjecttype,
    create_zaaktype,
    publish_informatieobjecttype,
    publish_zaaktype,
)
from stoep.catalogi.models import Catalogus, Informatieobjecttype, Zaaktype
from stoep.foundation import clock
from stoep.meldingen.models import ZAAKTYPE
from stoep.toegang.actors import Actor

DATA = Path(__file__).resolve().parents[1] / "data" / "zaaktype.json"


@transaction.atomic
def install_zaaktype(*, rsin: str = "002564440", begin_geldigheid: date | None = None, actor: Actor) -> Zaaktype:
    """Make and publish the zaaktype, in the catalogus of this organisation (made when there is none).

    Does nothing when it is there: what an application manager changed since stays.
    """
    actor.require("catalogi.manage")
    present = Zaaktype.objects.filter(identificatie=ZAAKTYPE, concept=False).order_by("-begin_geldigheid").first()
    if present is not None:
        return present
    data: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    begin = begin_geldigheid or clock.today()
    catalogus = Catalogus.objects.filter(rsin=rsin).order_by("pk").first() or create_catalogus(
        **data["catalogus"], rsin=rsin, actor=actor
    )
    for soort in data["informatieobjecttypen"]:
        put_informatieobjecttype(catalogus, soort, begin, actor)
    zaaktype = create_zaaktype(
        catalogus_id=catalogus.pk,
        identificatie=ZAAKTYPE,
        verantwoordelijke=rsin,
        begin_geldigheid=begin,
        versiedatum=begin,
        actor=actor,
        **data["zaaktype"],
    )
    for statustype in data["statustypen"]:
        add_statustype(zaaktype.pk, actor=actor, **statustype)
    for resultaattype in data["resultaattypen"]:
        add_resultaattype(zaaktype.pk, actor=actor, **resultaattype)
    for roltype in data["roltypen"]:
        add_roltype(zaaktype.pk, actor=actor, **roltype)
    for place, soort in enumerate(data["informatieobjecttypen"], start=1):
        add_informatieobjecttype(
            zaaktype.pk,
            informatieobjecttype=soort["omschrijving"],
            volgnummer=place,
            richting=soort["richting"],
            actor=actor,
        )
    return publish_zaaktype(zaaktype.pk, actor=actor)


def put_informatieobjecttype(catalogus: Catalogus, soort: dict[str, str], begin: date, actor: Actor) -> None:
    """Make and publish a document type, unless there is one with this name."""
    known = Informatieobjecttype.objects.filter(catalogus=catalogus, omschrijving=soort["omschrijving"], concept=False)
    if known.exists():
        return
    made = create_informatieobjecttype(
        catalogus_id=catalogus.pk,
        omschrijving=soort["omschrijving"],
        vertrouwelijkheidaanduiding=soort["vertrouwelijkheidaanduiding"],
        informatieobjectcategorie=soort["informatieobjectcategorie"],
        begin_geldigheid=begin,
        actor=actor,
    )
    publish_informatieobjecttype(made.pk, actor=actor)
