"""Reports that belong together: a tile that three people reported, and a night of storm some weeks ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random

from django.db import transaction

from stoep.demo.gebeuren import Levensloop, begin_life, colleague, forget_people, write_down_as_sent
from stoep.demo.plekken import Plek, plekken
from stoep.foundation import clock
from stoep.foundation.geo import Point
from stoep.foundation.kalender import add_werkdagen
from stoep.meldingen.commands import change_golf, close_golf, confirm_volger, follow_melding, handle_golf, merge_melding
from stoep.meldingen.commands.handle_golf import run_golfhandeling
from stoep.meldingen.models import Golf, Melding, Volger
from stoep.toegang.actors import ANONYMOUS

SAME = "samen-"
HEAD = "nu-00-losse-stoeptegel"
ALSO = (
    ("Bij de bakker ligt een tegel los. Gevaarlijk voor ouderen!", "Tim de Bruin", "tim@debruin.example"),
    ("losse tegel voor bakkerij, al twee dagen", "", ""),
)
FOLLOWERS = ("hatice@kaya.example", "j.meijer@zeepost.example", "wijkraad@centrum.example")
STORM = "stormnacht-"
STORM_NAME = "Storm Floor"
STORM_DAYS_AGO = 24
STORM_REPORTS = 26
STORM_AREA = "zuidhaven"
STORM_WORDS = (
    "Er ligt een grote tak op straat voor nummer {nummer}.",
    "Boom omgewaaid, hij ligt tegen de gevel van nummer {nummer}.",
    "De boom voor ons huis hangt helemaal scheef. Ik durf de auto niet te laten staan.",
    "Takken over de hele {straat}, fietsers kunnen er niet langs.",
    "Er is een dikke tak afgebroken, hij hangt nog in de boom.",
)
RECEIPT = (
    "{{ aanhef }},\n\nDank u wel voor uw melding. Wij weten van {{ golf }}: er zijn al {{ aantal }} meldingen in Zuidhaven. "
    "De brandweer en onze ploegen zijn buiten. Wij doen eerst wat gevaarlijk is.\n\nU hoeft niet te bellen. "
    "Is er direct gevaar voor mensen? Bel dan 112.\n\nUw meldingsnummer is {{ nummer }}. Bekijk hier hoe het staat:\n"
    "{{ link }}\n\nMet vriendelijke groet,"
)
DONE = "Onze ploegen hebben de takken en bomen in uw straat opgeruimd. Dank u wel dat u het meldde in die drukke nacht."


def build_samen() -> None:
    """Two more people report the tile at the baker's; Noor merges them, and others follow it."""
    head = Melding.objects.filter(sleutel=HEAD).select_related("zaak").first()
    if head is None or head.zaak.is_closed or Melding.objects.filter(sleutel=f"{SAME}{len(ALSO) - 1}").exists():
        return
    forget_people()
    noor = colleague("noor")
    for number, (tekst, naam, email) in enumerate(ALSO):
        plek = replace(plek_of(head), point=Point(head.lon + 0.00004 * (number + 1), head.lat))
        loop = Levensloop(
            sleutel=f"{SAME}{number}",
            categorie=head.categorie.slug,
            tekst=tekst,
            plek=plek,
            moment=min(head.gemeld_op + timedelta(minutes=12 * (number + 1)), clock.now()),
            naam=naam,
            email=email,
        )
        deel = begin_life(loop)
        merge_melding(deel.pk, hoofd_id=head.pk, reden="Zelfde tegel bij de bakker", actor=noor)
    for email in FOLLOWERS:
        with transaction.atomic():
            follow_melding(head.pk, email=email, actor=ANONYMOUS)
            volger = Volger.objects.get(melding=head, email=email)
            confirm_volger(volger.pk, actor=ANONYMOUS)


def plek_of(melding: Melding) -> Plek:
    """The address of a report of the demo."""
    return next(place for places in plekken().values() for place in places if place.adres == melding.adres)


def build_stormnacht() -> None:
    """The night of the storm: many reports within the hour become one wave, that is named and handled as one."""
    now = clock.now()
    evening = datetime.combine(clock.today() - timedelta(days=STORM_DAYS_AGO), time(20, 10), clock.AMSTERDAM)
    known = Melding.objects.filter(sleutel__startswith=STORM).order_by("gemeld_op").first()
    if known is not None:
        if known.golf is None or known.golf.handelingen.filter(klaar_op__isnull=False).exists():
            return
        evening = known.gemeld_op
    forget_people()
    chance = Random("storm-floor")  # noqa: S311 - the same storm every time
    places = chance.sample(plekken_of(STORM_AREA), STORM_REPORTS)
    for number, plek in enumerate(places):
        begin_life(tell_damage(number, plek, evening, chance))
        if number == STORM_REPORTS // 2:
            name_storm(evening + timedelta(minutes=40))
    golf = Golf.objects.filter(meldingen__sleutel__startswith=STORM).first()
    if golf is not None:
        end_storm(golf, min(end_of(evening), now))


def plekken_of(area: str) -> list[Plek]:
    """The addresses of a quarter."""
    found = [place for wijk, places in plekken().items() if wijk.lower() == area for place in places]
    return found or [place for places in plekken().values() for place in places]


def tell_damage(number: int, plek: Plek, evening: datetime, chance: Random) -> Levensloop:
    """One report of that night."""
    naam = f"Bewoner {number}" if number % 3 else ""
    return Levensloop(
        sleutel=f"{STORM}{number:02d}",
        categorie="boom-gevaarlijk",
        tekst=chance.choice(STORM_WORDS).format(straat=plek.straat, nummer=plek.nummer),
        plek=plek,
        moment=evening + timedelta(minutes=2 * number, seconds=chance.randrange(60)),
        email=f"bewoner{number}@zeepost.example" if number % 3 else "",
        naam=naam,
        tekening="boom" if number % 4 == 0 else "",
        variant=number,
    )


def name_storm(moment: datetime) -> None:
    """Bram gives the wave its name and writes what new reporters hear."""
    with clock.at(moment), transaction.atomic():
        golf = Golf.objects.filter(meldingen__sleutel__startswith=STORM).first()
        if golf is not None:
            change_golf(golf.pk, naam=STORM_NAME, ontvangsttekst=RECEIPT, actor=colleague("bram"))


def end_storm(golf: Golf, moment: datetime) -> None:
    """The wave closes by itself in the night; two working days later all of it is handled with one act."""
    if golf.is_open:
        with clock.at(golf.begonnen_op + timedelta(hours=6)):
            close_golf(golf.pk, actor=colleague("bram"))
    with clock.at(moment):
        act = handle_golf(
            golf.pk, handeling="opgelost", tekst=DONE, onderwerp="De storm: opgeruimd", actor=colleague("bram")
        )
        run_golfhandeling(act.pk)
        for melding in golf.meldingen.select_related("zaak"):
            write_down_as_sent(melding)


def end_of(evening: datetime) -> datetime:
    """An afternoon, two working days later."""
    return datetime.combine(add_werkdagen(evening.date(), 2), time(15, 30), clock.AMSTERDAM)
