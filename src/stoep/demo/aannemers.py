"""The contractors of Havendam, invented, and the work they have: now in every state, and in the past."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from django.db import transaction

from stoep.berichten.commands import deliver_bericht
from stoep.berichten.models import Bericht, Verzendstatus
from stoep.demo.gebeuren import (
    Levensloop,
    begin_life,
    forget_people,
    handler_of,
    nobody_mails,
    write_down_as_sent,
)
from stoep.demo.plekken import onderwerpen, some_plek
from stoep.demo.tekeningen import drawing
from stoep.foundation import clock
from stoep.foundation.kalender import add_werkdagen, next_werkdag
from stoep.foundation.rows import new_id
from stoep.meldingen.commands import resolve_melding
from stoep.meldingen.models import Melding
from stoep.opdrachten.commands import (
    Termijnafspraak,
    accept_opdracht,
    answer_opdrachtnemer,
    ask_gemeente,
    plan_opdracht,
    put_opdrachtnemer,
    reject_opdracht,
    remind_opdrachtnemers,
    report_ready,
    return_opdracht,
    send_opdracht,
    view_opdracht,
    withdraw_opdracht,
)
from stoep.opdrachten.models import Opdracht, Opdrachtnemer
from stoep.opdrachten.queries import propose_opdrachtnemers
from stoep.opdrachten.rules.termijnen import deadline_after
from stoep.opdrachten.rules.woorden import propose_wat
from stoep.toegang.actors import SYSTEM

KEY = "aannemer-"
PAST_KEY = "aannemer-toen-"
PAST = 60
PAST_DAYS = 330
DONE = "Uitgevoerd zoals gevraagd. Plek schoon achtergelaten."


@dataclass(frozen=True, slots=True)
class Bedrijf:
    """A contractor, with what was agreed: (category, working days, urgent hours)."""

    naam: str
    email: str
    telefoon: str
    contactpersoon: str
    contractnummer: str
    afspraken: tuple[tuple[str, int, int | None], ...]
    gebieden: tuple[str, ...] = ()


BEDRIJVEN = (
    Bedrijf("Van der Weele Wegenbouw", "opdrachten@vanderweelewegen.example", "0115 62 10 40", "Marleen van der Weele", "HD-2024-011", (("wegen-en-straten", 7, 8), ("losse-stoeptegel", 3, 4))),
    Bedrijf("Lumina Openbare Verlichting", "storing@lumina-licht.example", "0115 62 77 00", "Storingsdienst", "HD-2023-032", (("straatverlichting", 5, 4),)),
    Bedrijf("Groenrijk Zeeuws-Vlaanderen", "planning@groenrijk-zv.example", "0115 55 88 12", "Aad Dekker", "HD-2025-004", (("groen-en-bomen", 10, 4), ("boom-gevaarlijk", 2, 2))),
    Bedrijf("Schone Kade Reiniging", "meldkamer@schonekade.example", "0115 61 30 30", "Rachida Bouali", "HD-2024-027", (("afval", 2, 4), ("graffiti", 5, None))),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Werk:
    """A report of now that went to a contractor: reported and sent so many working days ago, and what happened."""

    dagen: int
    categorie: str
    wijk: str
    tekst: str
    naam: str = ""
    email: str = ""
    tekening: str = ""
    verloop: tuple[str, ...] = ()


NU = (
    Werk(1, "lantaarnpaal-scheef", "Noorderpark", "De lantaarnpaal staat scheef na een aanrijding.", "Sanne Visser", "sanne@visser.example", "lamp"),
    Werk(2, "boom-snoeien", "Duinzicht", "De takken hangen over het fietspad.", "Tim de Bruin", "tim@debruin.example", "boom", ("bekeken",)),
    Werk(3, "verzakking", "Oosterdijk", "De weg is ingezakt bij de brug.", "Joke Meijer", "j.meijer@zeepost.example", "kuil", ("bekeken", "plan")),
    Werk(4, "losse-stoeptegel", "Kreekrak", "Bij de school liggen vijf tegels los.", "Hatice Kaya", "hatice@kaya.example", "tegel", ("bekeken", "gereed")),
    Werk(3, "graffiti", "Zuidhaven", "Op de muur van de gymzaal staat een scheldwoord.", "", "", "", ("bekeken", "vraag")),
    Werk(4, "onkruid", "Wilgenhoek", "Het pad achter de huizen is dichtgegroeid.", "Mien Dingemanse", "", "", ("bekeken", "terug")),
    Werk(12, "lantaarnpaal-uit", "Oudeland", "Bij de speeltuin is het donker: drie lampen uit.", "Tim de Bruin", "tim@debruin.example", "lamp", ("bekeken",)),
    Werk(6, "kuil-in-de-weg", "Zeedorp", "Een gat in de weg bij de haven.", "Youssef El Amrani", "youssef@elamrani.example", "kuil", ("bekeken", "gereed", "afgekeurd")),
    Werk(5, "zwerfafval", "Centrum", "Na de markt ligt overal plastic.", "", "", "afval", ("bekeken", "ingetrokken")),
    Werk(6, "lantaarnpaal-uit", "Stationskwartier", "Lamp bij het perron knippert.", "Sanne Visser", "sanne@visser.example", "lamp", ("bekeken", "plan", "gereed", "goed")),
)  # fmt: skip


def build_aannemers() -> None:
    """The contractors and the orders of these days, those that are not there yet. Safe to repeat."""
    present = set(Opdrachtnemer.objects.values_list("naam", flat=True))
    for one in BEDRIJVEN:
        if one.naam not in present:
            put_opdrachtnemer(
                naam=one.naam,
                email=one.email,
                telefoon=one.telefoon,
                contactpersoon=one.contactpersoon,
                contractnummer=one.contractnummer,
                gebieden=one.gebieden,
                afspraken=[Termijnafspraak(*afspraak) for afspraak in one.afspraken],
                actor=SYSTEM,
            )
    forget_people()
    known = set(Melding.objects.filter(sleutel__startswith=KEY).values_list("sleutel", flat=True))
    for number, werk in enumerate(NU):
        key = f"{KEY}{number:02d}-{werk.categorie}"
        if key not in known:
            with transaction.atomic():
                live(tell_now(werk, key, number), werk.verloop)


def build_past_orders(rest: Callable[[float], None] | None = None) -> int:
    """What contractors did in the last year: mostly in time, sometimes late, now and then given back."""
    known = set(Melding.objects.filter(sleutel__startswith=PAST_KEY).values_list("sleutel", flat=True))
    forget_people()
    number = 0
    for place in range(PAST):
        key = f"{PAST_KEY}{place:03d}"
        if key in known:
            continue
        with transaction.atomic():
            loop, verloop = tell_past_order(key)
            live(loop, verloop)
        number += 1
        if rest is not None:
            rest(0.3)
    return number


def tell_now(werk: Werk, key: str, number: int) -> Levensloop:
    """The report of an order of now."""
    day = add_werkdagen(clock.today(), -werk.dagen)
    return Levensloop(
        sleutel=key,
        categorie=werk.categorie,
        tekst=werk.tekst,
        plek=some_plek(Random(key), werk.wijk),  # noqa: S311 - the same demo every time
        moment=datetime.combine(day, time(8, 5 * number), clock.AMSTERDAM),
        naam=werk.naam,
        email=werk.email,
        tekening=werk.tekening,
        variant=number,
    )


def tell_past_order(key: str) -> tuple[Levensloop, tuple[str, ...]]:
    """A report of the past that went to a contractor, with what happened; the same whenever one asks."""
    chance = Random(key)  # noqa: S311 - the same past every time
    about = onderwerpen()[chance.choice(PAST_ABOUT)]
    plek = some_plek(chance)
    day = add_werkdagen(clock.today() - timedelta(days=20 + chance.randrange(PAST_DAYS)), 1)
    loop = Levensloop(
        sleutel=key,
        categorie=about.slug,
        tekst=chance.choice(about.teksten).format(straat=plek.straat, nummer=plek.nummer),
        plek=plek,
        moment=datetime.combine(day, time(9 + chance.randrange(7), chance.randrange(60)), clock.AMSTERDAM),
        tekening=about.tekening if chance.random() < 0.4 else "",  # noqa: PLR2004
        variant=chance.randrange(60),
    )
    luck = chance.random()
    if luck < 0.1:  # noqa: PLR2004
        return loop, ("bekeken", "terug", "zelf")
    late = ("bekeken", "plan", "laat", "gereed", "goed")
    return loop, late if luck < 0.27 else ("bekeken", "plan", "gereed", "goed")  # noqa: PLR2004


PAST_ABOUT = (
    "losse-stoeptegel", "kuil-in-de-weg", "fietspad-kapot", "lantaarnpaal-uit", "lantaarnpaal-uit", "boom-snoeien",
    "heg-of-struiken", "afval-naast-container", "zwerfafval", "dumping", "graffiti",
)  # fmt: skip


def live(loop: Levensloop, verloop: tuple[str, ...]) -> None:
    """Make the report, send it to the contractor that is proposed, and let happen what happened."""
    melding = begin_life(loop)
    moment = loop.moment + timedelta(hours=2)
    with clock.at(moment):
        opdracht = forward(melding)
        written_down(melding, opdracht)
    with_them = (opdracht.termijn - moment) / (len(verloop) + 1) if len(verloop) else timedelta(0)
    for step in verloop:
        moment = (
            opdracht.termijn + timedelta(days=1, hours=10) if step == "laat" else moment + min(with_them, NEARLY_A_DAY)
        )
        moment = min(moment, clock.now() - timedelta(minutes=5))
        with clock.at(moment):
            STEPS[step](opdracht)
            written_down(melding, opdracht)
    with clock.at(min(clock.now(), opdracht.termijn + timedelta(days=6)).replace(hour=10)):
        if opdracht.termijn < clock.now():
            remind_opdrachtnemers()
            written_down(melding, opdracht)


NEARLY_A_DAY = timedelta(hours=23)


def forward(melding: Melding) -> Opdracht:
    """Send the order as its handler would, to the contractor that Stoep proposes."""
    best = propose_opdrachtnemers(melding)[0].aanbod
    actor = handler_of(melding)
    return send_opdracht(
        melding.pk,
        opdracht_id=new_id(),
        opdrachtnemer_id=best.opdrachtnemer,
        wat=propose_wat(melding.categorie.naam, melding.tekst, [melding.naam]),
        termijn=deadline_after(clock.now().astimezone(clock.AMSTERDAM), werkdagen=best.werkdagen),
        foto_ids=[foto.pk for foto in melding.fotos.all()],
        melder_tekst="Wij hebben een aannemer gevraagd om dit op te lossen. U hoort van ons als het klaar is.",
        melder_onderwerp="Een aannemer gaat aan de slag met uw melding {{ nummer }}",
        actor=actor,
    )


def ready(opdracht: Opdracht) -> None:
    """The contractor is done, with a photo where there was one before."""
    soort = next((one.tekening for one in NU if one.categorie == opdracht.melding.categorie.slug), "")
    fotos = [drawing(soort, 1, mended=True)] if soort else []
    report_ready(opdracht.pk, tekst=DONE, fotos=fotos)


def good(opdracht: Opdracht) -> None:
    """A colleague found it good."""
    row = Opdracht.objects.select_related("melding__zaak__behandelaar").get(pk=opdracht.pk)
    chosen = [foto.pk for foto in row.fotos.filter(soort="gereed")]
    actor = handler_of(row.melding)
    accept_opdracht(row.pk, tekst="Het is gemaakt. Dank u wel voor uw melding.", foto_ids=chosen, actor=actor)


def solved(opdracht: Opdracht) -> None:
    """Our own people did what came back."""
    melding = Melding.objects.select_related("zaak__behandelaar").get(pk=opdracht.melding_id)
    resolve_melding(melding.pk, tekst="Wij hebben het zelf opgelost.", actor=handler_of(melding))


STEPS: dict[str, Callable[[Opdracht], None]] = {
    "bekeken": lambda opdracht: view_opdracht(opdracht.pk),
    "plan": lambda opdracht: plan_opdracht(opdracht.pk, dag=next_werkdag(clock.today() + timedelta(days=2))),
    "laat": lambda _opdracht: None,
    "gereed": ready,
    "goed": good,
    "vraag": lambda opdracht: ask_gemeente(
        opdracht.pk, tekst="De muur is van zachte steen. Mogen wij stralen, of moet het met de hand?"
    ),
    "antwoord": lambda opdracht: answer_opdrachtnemer(
        opdracht.pk, tekst="Met de hand graag.", actor=handler_of(opdracht.melding)
    ),
    "terug": lambda opdracht: return_opdracht(
        opdracht.pk, reden="meer_nodig", tekst="Er moet eerst een hek weg. Dat is van de buren."
    ),
    "zelf": solved,
    "afgekeurd": lambda opdracht: reject_opdracht(
        opdracht.pk, reden="De kuil is gevuld, maar de rand steekt nog uit.", actor=handler_of(opdracht.melding)
    ),
    "ingetrokken": lambda opdracht: withdraw_opdracht(
        opdracht.pk, reden="Onze eigen ploeg was al in de buurt.", actor=handler_of(opdracht.melding)
    ),
}


def written_down(melding: Melding, opdracht: Opdracht) -> None:
    """What lies in the past was sent in the past, and goes to nobody."""
    write_down_as_sent(melding)
    waiting = Bericht.objects.filter(betreft=str(opdracht.ref), status=Verzendstatus.TE_VERZENDEN)
    for key in list(waiting.values_list("pk", flat=True)):
        with nobody_mails():
            deliver_bericht(key)
