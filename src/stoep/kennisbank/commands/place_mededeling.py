"""Place a local notice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.kennisbank.errors import MededelingEndsBeforeItBegins, MededelingHasNoKanaal
from stoep.kennisbank.events import MededelingPlaced
from stoep.kennisbank.models import Ernst, Kanaal, Mededeling
from stoep.toegang.actors import Actor


@transaction.atomic
def place_mededeling(
    *,
    titel: str,
    tekst: str,
    van: datetime,
    tot: datetime | None,
    kanalen: Sequence[Kanaal],
    actor: Actor,
    gebieden: Sequence[str] = (),
    ernst: Ernst = Ernst.LET_OP,
    link_url: str = "",
    link_tekst: str = "",
    mededeling_id: UUID | None = None,
) -> Mededeling:
    """Place a notice for site, werkplek or both, or change one. `gebieden` are codes; none is everywhere."""
    mededeling = Mededeling.objects.locked(mededeling_id) if mededeling_id else Mededeling()
    actor.require("kennisbank.edit")
    if tot is not None and tot <= van:
        raise MededelingEndsBeforeItBegins(van=van.strftime("%d-%m-%Y %H.%M"))
    if not kanalen:
        raise MededelingHasNoKanaal

    mededeling.titel, mededeling.tekst = titel, tekst
    mededeling.van, mededeling.tot = van, tot
    mededeling.kanalen = [kanaal.value for kanaal in kanalen]
    mededeling.gebieden, mededeling.ernst = list(gebieden), ernst
    mededeling.link_url, mededeling.link_tekst = link_url, link_tekst
    mededeling.save()
    audit.record(actor, "kennisbank.place_mededeling", subject=mededeling.ref)
    outbox.publish(MededelingPlaced(mededeling_id=mededeling.pk))
    return mededeling
