"""What the neighbourhood of Havendam sees: some texts and photos released, one held back, and somebody who follows."""

from __future__ import annotations

import json
from pathlib import Path

from django.db import transaction

from stoep.buurt.commands import (
    confirm_abonnement,
    follow_area,
    hold_back,
    publish_meldingen,
    queue_vrijgaven,
    release_foto,
    release_tekst,
)
from stoep.buurt.models import Buurtabonnement, Onderdeel, Vrijgave
from stoep.demo.gebeuren import colleague, nobody_mails
from stoep.demo.nu import KEY
from stoep.gebieden.commands import import_kaartlaag
from stoep.gebieden.kaartlagen import get_kaartlaag
from stoep.meldingen.models import Melding
from stoep.toegang.actors import ANONYMOUS, SYSTEM

KAARTLAGEN = Path(__file__).parent / "geografie" / "kaartlagen.json"

RELEASES = "noor"
FOLLOWER = "youssef@elamrani.example"
EACH = 3  # every third waits, so that there is something to look at in the queue


def build_kaartlagen() -> None:
    """The lamp posts and other things with a number, from the file that a script drew."""
    for laag in json.loads(KAARTLAGEN.read_text(encoding="utf-8")):
        if get_kaartlaag(laag["code"]) is None:
            import_kaartlaag(
                laag["geojson"], code=laag["code"], naam=laag["naam"], enkelvoud=laag["enkelvoud"], actor=SYSTEM
            )


@transaction.atomic
def build_buurt() -> None:
    """Publish the reports of these days and release most of what was sent with them. Does nothing a second time."""
    if Vrijgave.objects.exclude(beoordeling="open").exists():
        return
    zaken = list(Melding.objects.filter(sleutel__startswith=KEY).values_list("zaak_id", flat=True))
    publish_meldingen(zaken)
    queue_vrijgaven(zaken)
    noor = colleague(RELEASES)
    teksten = dict(Melding.objects.filter(zaak_id__in=zaken).values_list("pk", "tekst"))
    waiting = list(Vrijgave.objects.waiting().filter(zaak_id__in=zaken).order_by("-gemeld_op", "id"))
    for number, vrijgave in enumerate(waiting):
        if number % EACH == 0:
            continue
        if vrijgave.onderdeel == Onderdeel.FOTO:
            release_foto(vrijgave.pk, actor=noor)
        elif "mevrouw" in teksten[vrijgave.melding_id]:
            hold_back(vrijgave.pk, reden="De tekst gaat over personen, niet over de plek.", actor=noor)
        else:
            release_tekst(vrijgave.pk, tekst=teksten[vrijgave.melding_id], actor=noor)
    build_follower()


def build_follower() -> None:
    """Youssef follows Zuidhaven, once a day."""
    with nobody_mails():
        follow_area(
            email=FOLLOWER,
            gebied="zuidhaven",
            adres="",
            point=None,
            straal=0,
            hoofdcategorieen=[],
            ritme="dag",
            actor=ANONYMOUS,
        )
    confirm_abonnement(Buurtabonnement.objects.get(email=FOLLOWER).pk, actor=ANONYMOUS)
