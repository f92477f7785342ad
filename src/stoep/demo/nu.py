"""The reports of these days, so that lists and maps are filled as soon as Havendam stands."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from stoep.demo.gebeuren import Levensloop, Stap, begin_life, done_steps, forget_people, take_step
from stoep.demo.plekken import some_plek
from stoep.foundation import clock
from stoep.foundation.errors import DomainError
from stoep.foundation.kalender import is_werkdag

KEY = "nu-"
YOUSSEF = ("Youssef El Amrani", "youssef@elamrani.example")
SANNE = ("Sanne Visser", "sanne@visser.example")
MELDERS = {
    "youssef": YOUSSEF,
    "sanne": SANNE,
    "joke": ("Joke Meijer", "j.meijer@zeepost.example"),
    "tim": ("Tim de Bruin", "tim@debruin.example"),
    "hatice": ("Hatice Kaya", "hatice@kaya.example"),
    "piet": ("Piet Goossens", ""),
    "mien": ("Mien Dingemanse", ""),
    "": ("", ""),
}


@dataclass(frozen=True, slots=True)
class Nu:
    """A report of now: `dagen` working days ago, today when 0; the steps are what happened since."""

    dagen: int
    categorie: str
    wijk: str
    tekst: str
    melder: str = ""
    kanaal: str = "site"
    tekening: str = ""
    stappen: tuple[str, ...] = ()


REPORTS = (
    Nu(0, "losse-stoeptegel", "Centrum", "Er steekt een tegel omhoog voor de bakker. Vanmorgen viel er een mevrouw.", "sanne", "site", "tegel"),
    Nu(0, "lantaarnpaal-uit", "Zuidhaven", "Twee lampen naast elkaar zijn uit. Het fietspad naar school is pikdonker.", "youssef", "site", "lamp"),
    Nu(0, "afval-naast-container", "Stationskwartier", "Weer zakken naast de container, en een kapotte stoel.", "", "site", "afval"),
    Nu(0, "put-verstopt", "Oosterdijk", "Het water blijft staan voor onze oprit. De put zit vol blad.", "piet", "telefoon"),
    Nu(0, "parkeeroverlast", "Centrum", "Een busje staat al de hele ochtend op de laadplek.", "", "telefoon"),
    Nu(0, "boom-gevaarlijk", "Noorderpark", "Na de wind van vannacht hangt er een dikke tak boven het schoolplein.", "tim", "site", "boom", ("neem",)),
    Nu(1, "kuil-in-de-weg", "Havengebied", "Diep gat in de weg bij de poort. Vrachtwagens rijden eromheen, over het fietspad.", "joke", "site", "kuil", ("neem", "plan")),
    Nu(1, "losse-stoeptegel", "Zuidhaven", "Drie tegels los bij de brievenbus.", "hatice", "site", "tegel", ("neem",)),
    Nu(1, "prullenbak-vol", "Noorderpark", "De bak bij de speeltuin puilt uit, er liggen luiers naast.", "", "site"),
    Nu(1, "verkeersbord", "Wilgenhoek", "Het bord 30 ligt in de sloot.", "mien", "balie", "bord", ("neem",)),
    Nu(1, "ratten", "Oosterdijk", "Bij de eendenvijver lopen overdag ratten.", "joke", "site", "", ("neem",)),
    Nu(2, "lantaarnpaal-overdag", "Duinzicht", "De lantaarns branden overdag. Zonde van de stroom.", "", "e-mail"),
    Nu(2, "fietspad-kapot", "Kreekrak", "Het fietspad langs de kreek is gescheurd. Mijn band is kapot.", "tim", "site", "kuil", ("neem", "vraag")),
    Nu(2, "dumping", "Havengebied", "Autobanden en verfblikken achter de loods.", "", "site", "afval", ("neem",)),
    Nu(2, "graffiti", "Stationskwartier", "De hele fietstunnel is bekladderd.", "sanne", "site", "", ("neem", "plan")),
    Nu(3, "losse-stoeptegel", "Oosterdijk", "Door een boomwortel komt de stoep omhoog. Ik kom er met mijn rollator niet langs.", "mien", "telefoon", "", ("neem", "plan")),
    Nu(3, "water-op-straat", "Zeedorp", "Na iedere bui staat de Havenkade blank.", "youssef", "site", "put", ("neem",)),
    Nu(3, "speeltoestel", "Sint Annapolder", "De schommel hangt scheef. Ik heb er zelf een lint om gedaan.", "hatice", "site", "", ("neem",)),
    Nu(4, "hondenpoep", "Zuidhaven", "Het grasveld waar de kinderen voetballen ligt vol.", "", "site"),
    Nu(4, "bank-kapot", "Duinzicht", "Van de bank op het duin zijn twee planken weg.", "piet", "balie", "", ("neem",)),
    Nu(4, "paaltje", "Centrum", "Paaltje van de winkelstraat ligt plat; auto's rijden door het voetgangersgebied.", "joke", "site", "bord", ("neem", "vraag")),
    Nu(5, "lantaarnpaal-uit", "Oudeland", "Lamp bij de kerk doet het niet. Dit is al de derde keer dit jaar.", "tim", "telefoon", "", ("neem", "vraag")),
    Nu(6, "kuil-in-de-weg", "Oosterdijk", "Kuil precies voor de uitrit. Elke auto klapt erin.", "tim", "site", "kuil", ("neem",)),
    Nu(7, "losse-stoeptegel", "Stationskwartier", "Tegel gebroken bij de bushalte, de punt staat omhoog.", "sanne", "site", "tegel", ("neem", "plan")),
    Nu(8, "zwerfafval", "Havengebied", "De berm langs de Havenweg ligt vol plastic.", "", "social"),
    Nu(8, "heg-of-struiken", "Wilgenhoek", "De struiken hangen over de stoep.", "mien", "balie", "", ("neem",)),
    Nu(9, "oever-of-kade", "Zeedorp", "Er zit een gat in de kade naast de trap.", "youssef", "site", "", ("neem", "plan")),
    Nu(10, "boom-snoeien", "Noorderpark", "De takken groeien tot tegen ons raam.", "hatice", "site", "boom", ("neem",)),
    Nu(11, "verkeerssituatie", "Kreekrak", "Op de Kreekdijk rijdt iedereen veel te hard. Kan er een drempel komen?", "tim", "e-mail", "", ("neem",)),
    Nu(12, "wegmarkering", "Zuidhaven", "De strepen van de zebra bij de school zie je niet meer.", "sanne", "site", "", ("neem",)),
    Nu(14, "fietswrak", "Stationskwartier", "In de stalling staan zeker tien wrakken.", "", "site", "", ("neem",)),
    Nu(2, "lantaarnpaal-uit", "Centrum", "Lamp uit bij de trap naar de Kade.", "sanne", "site", "lamp", ("neem", "los-op")),
    Nu(3, "afval-naast-container", "Zuidhaven", "Matras naast de container.", "hatice", "site", "afval", ("neem", "los-op")),
    Nu(4, "putdeksel", "Oosterdijk", "Deksel rammelt de hele nacht.", "piet", "telefoon", "", ("neem", "los-op")),
    Nu(6, "losse-stoeptegel", "Duinzicht", "Tegel los op het pad naar het strand.", "youssef", "site", "tegel", ("neem", "plan", "los-op")),
)  # fmt: skip
WORDS = {
    "vraag": "Wij zijn langs geweest, maar konden de plek niet vinden. Kunt u een foto sturen?",
    "plan": "Wij hebben het werk ingepland op {{ dag }}. U hoeft niet thuis te blijven.",
}
PLANNED_IN = 4  # days


def build_current() -> None:
    """Make the reports that are not there yet, each with what happened since. A started one goes on where it was."""
    done = done_steps(KEY)
    forget_people()
    now = clock.now()
    for number, report in enumerate(REPORTS):
        key = f"{KEY}{number:02d}-{report.categorie}"
        if key in done and done[key] >= len(report.stappen):
            continue
        loop = tell_life(report, key, number, now)
        is_fresh = report.dagen == 0
        if key not in done:
            begin_life(loop, mail=is_fresh)
        with suppress(DomainError):  # somebody did something else with it meanwhile: that holds
            for stap in loop.stappen[done.get(key, 0) :]:
                take_step(loop, stap, mail=is_fresh)


def tell_life(report: Nu, key: str, number: int, now: datetime) -> Levensloop:
    """The report with its moments: by day, and never later than now."""
    chance = Random(key)  # noqa: S311 - the same demo every time
    naam, email = MELDERS[report.melder]
    moment = moment_of(report, number, now)
    hours = (now - moment).total_seconds() / 3600
    part = hours / (len(report.stappen) + 1)
    steps = tuple(
        Stap(
            moment + timedelta(hours=min(part * place, 20 * place)),
            soort,
            tekst=WORDS.get(soort, ""),
            dagen=PLANNED_IN + (number % 3),
        )
        for place, soort in enumerate(report.stappen, start=1)
    )
    return Levensloop(
        sleutel=key,
        categorie=report.categorie,
        tekst=report.tekst,
        plek=some_plek(chance, report.wijk),
        moment=moment,
        kanaal=report.kanaal,
        naam=naam,
        email=email,
        telefoon="0115 55 01 23" if report.kanaal == "telefoon" else "",
        tekening=report.tekening,
        variant=number,
        stappen=steps,
    )


def moment_of(report: Nu, number: int, now: datetime) -> datetime:
    """Today: some time ago, but today when the day is long enough. Else an hour of that working day."""
    local = now.astimezone(clock.AMSTERDAM)
    if report.dagen == 0:
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight + (local - midnight) * ((number + 2) / 9)
    day = local.date()
    for _ in range(report.dagen):
        day -= timedelta(days=1)
        while not is_werkdag(day):
            day -= timedelta(days=1)
    wanted = datetime.combine(day, time(7 + (number * 5) % 13, (number * 17) % 60), clock.AMSTERDAM)
    return min(wanted, now - timedelta(hours=1))
