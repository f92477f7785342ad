"""Put in the zaaktype of street reports, with all that belongs to it."""

from __future__ import annotations

import json
from datetime import date, timedelta
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
    end_zaaktype,
    publish_informatieobjecttype,
    publish_zaaktype,
)
from stoep.catalogi.models import Catalogus, Informatieobjecttype, Zaaktype
from stoep.foundation import clock
from stoep.meldingen.models import ZAAKTYPE, Meldinginstellingen
from stoep.meldingen.models.instellingen import ONLY
from stoep.meldingen.queries import get_instellingen
from stoep.toegang.actors import Actor

DATA = Path(__file__).resolve().parents[1] / "data" / "zaaktype.json"
DAY = timedelta(days=1)


@transaction.atomic
def install_zaaktype(*, rsin: str = "002564440", begin_geldigheid: date | None = None, actor: Actor) -> Zaaktype:
    """Make and publish the zaaktype, in the catalogus of this organisation (made when there is none).

    When Stoep brings a newer version than the one that was installed, that becomes the next version: the old one
    ends the day before. Reports that run keep theirs. Otherwise nothing changes: what an application manager did
    since stays.
    """
    actor.require("catalogi.manage")
    data: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    present = Zaaktype.objects.filter(identificatie=ZAAKTYPE, concept=False).order_by("-begin_geldigheid").first()
    if present is None:
        made = make_version(data, rsin=rsin, begin=begin_geldigheid or clock.today(), actor=actor)
    elif get_instellingen().zaaktype_versie < data["versie"]:
        made = follow_up(present, data, actor=actor)
    else:
        return present
    Meldinginstellingen.objects.update_or_create(nummer=ONLY, defaults={"zaaktype_versie": data["versie"]})
    return made


def follow_up(present: Zaaktype, data: dict[str, Any], *, actor: Actor) -> Zaaktype:
    """Make the next version: from today, or from tomorrow when the present one began today."""
    begin = max(clock.today(), present.begin_geldigheid + DAY)
    if present.einde_geldigheid is None or present.einde_geldigheid >= begin:
        end_zaaktype(present.pk, einde_geldigheid=begin - DAY, actor=actor)
    return make_version(data, rsin=present.catalogus.rsin, begin=begin, actor=actor)


def make_version(data: dict[str, Any], *, rsin: str, begin: date, actor: Actor) -> Zaaktype:
    """Make and publish one version."""
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
