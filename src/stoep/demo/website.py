"""Builds the website of Havendam from the texts in `inhoud/`, through the commands of an editor.

A text is a Markdown file: lines `naam: waarde`, an empty line, then the text; in a product each `## Kop` begins a
section. Changing a file and starting again publishes a new revision; an unchanged file does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path

from django.db import transaction
from wagtail.models import Page

from stoep.foundation import clock
from stoep.kennisbank.commands import place_mededeling, put_afwijkende_dag, put_openingstijden, put_page
from stoep.kennisbank.models import Ernst, Kanaal, Loket, Mededeling, ProductPage, VraagPage
from stoep.toegang.actors import SYSTEM
from stoep.website.commands import set_toptaken, set_up_site
from stoep.website.models import ContentPage, HomePage, NewsIndexPage, NewsPage, OnderwerpPage

INHOUD = Path(__file__).parent / "inhoud"
HEADINGS = {
    "Wat is het?": "inhoud",
    "Voorwaarden": "voorwaarden",
    "Zo regelt u het": "aanpak",
    "Wat hebt u nodig?": "meenemen",
    "Kosten": "kosten",
    "Hoelang duurt het?": "termijn",
    "Niet eens met het besluit?": "bezwaar",
}
ONDERWERPEN = (
    ("melden", "Melden", "construction", "Is er iets kapot, vies of gevaarlijk op straat? Meld het ons."),
    ("paspoort-en-rijbewijs", "Paspoort, identiteitskaart en rijbewijs", "id-card", "Aanvragen, verlengen, kwijt."),
    ("verhuizen", "Verhuizen en inschrijven", "house", "Geef uw nieuwe adres aan ons door."),
    ("parkeren", "Parkeren en verkeer", "circle-parking", "Vergunningen, bezoekers en betaald parkeren."),
    ("afval", "Afval en grofvuil", "recycle", "Ophaaldagen, containers en de milieustraat."),
    ("hulp", "Hulp en ondersteuning", "hand-heart", "Zorg, inkomen, schulden en vervoer."),
    ("aktes", "Uittreksels en aktes", "file-badge", "Bewijzen over uzelf, geboorte, huwelijk en overlijden."),
    ("ondernemen", "Ondernemen", "store", "Evenementen, terrassen en vergunningen."),
    ("bestuur", "Bestuur en organisatie", "landmark", "De raad, het college en hoe u meepraat."),
)
TOPTAKEN = (
    ("Melding doen", "Losse tegel, lantaarnpaal, afval", "construction", "melden/melding-openbare-ruimte-doen"),
    ("Paspoort of identiteitskaart", "Afspraak maken, kosten", "id-card", "paspoort-en-rijbewijs"),
    ("Verhuizing doorgeven", "Binnen of naar Havendam", "house", "verhuizen/verhuizing-doorgeven"),
    ("Parkeren", "Vergunning, bezoek, bezwaar", "circle-parking", "parkeren"),
    ("Afval en grofvuil", "Ophaaldagen, container", "recycle", "afval"),
    ("Hulp en ondersteuning", "Wmo, bijstand, schulden", "hand-heart", "hulp"),
    ("Uittreksel of akte", "Aanvragen en kosten", "file-badge", "aktes"),
    ("Ondernemen", "Evenement, terras, vergunning", "store", "ondernemen"),
)
IN_MENU = ("melden", "bestuur")


@dataclass(frozen=True)
class Tekst:
    """One file: its slug, its named values and its text."""

    slug: str
    waarden: dict[str, str]
    tekst: str

    def sections(self) -> dict[str, str]:
        """The sections of a product by field name. Raises KeyError for a heading that no product has."""
        found: dict[str, str] = {}
        for part in f"\n{self.tekst}".split("\n## ")[1:]:
            heading, _, body = part.partition("\n")
            found[HEADINGS[heading.strip()]] = body.strip()
        return found


def read_texts(kind: str) -> Iterator[Tekst]:
    """Every text of a kind, in the order of the file names."""
    for file in sorted((INHOUD / kind).glob("*.md")):
        head, _, body = file.read_text(encoding="utf-8").partition("\n\n")
        values = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        yield Tekst(file.stem, values, body.strip())


def build_website() -> None:
    """Build what is missing and refresh what changed: hours, home, topics, products, answers, news, notices."""
    build_openingstijden()
    with transaction.atomic():
        home = put_home()
        topics = put_onderwerpen(home)
        put_products(topics)
        put_vragen(topics)
        put_paginas(home, topics)
        put_nieuws(home)
        put_toptaken(home)
    build_mededelingen()


def put_home() -> HomePage:
    """The home page, as the root of the site."""
    return set_up_site(title="Gemeente Havendam", slug="havendam", actor=SYSTEM)


def put_onderwerpen(home: HomePage) -> dict[str, OnderwerpPage]:
    """The topics by slug."""
    return {
        slug: put_page(
            OnderwerpPage(title=title, slug=slug, icoon=icon, inleiding=text, show_in_menus=slug in IN_MENU),
            parent=home,
            actor=SYSTEM,
        )
        for slug, title, icon, text in ONDERWERPEN
    }


def put_products(topics: dict[str, OnderwerpPage]) -> None:
    """The products, each under its topic."""
    for text in read_texts("producten"):
        values = {name: value for name, value in text.waarden.items() if name not in ("titel", "onderwerp")}
        page = ProductPage(title=text.waarden["titel"], slug=text.slug, **values, **text.sections())
        put_page(page, parent=topics[text.waarden["onderwerp"]], actor=SYSTEM)


def put_vragen(topics: dict[str, OnderwerpPage]) -> None:
    """The answers, each under its topic and with its product."""
    products = {page.slug: page for page in ProductPage.objects.all()}
    for text in read_texts("vragen"):
        page = VraagPage(
            title=text.waarden["titel"],
            slug=text.slug,
            inleiding=text.waarden.get("inleiding", ""),
            zoekwoorden=text.waarden.get("zoekwoorden", ""),
            product=products.get(text.waarden.get("product", "")),
            antwoord=text.tekst,
        )
        put_page(page, parent=topics[text.waarden["onderwerp"]], actor=SYSTEM)


def put_paginas(home: HomePage, topics: dict[str, OnderwerpPage]) -> None:
    """Pages of text; without topic they hang under the home page."""
    for text in read_texts("paginas"):
        page = ContentPage(
            title=text.waarden["titel"],
            slug=text.slug,
            inleiding=text.waarden.get("inleiding", ""),
            tekst=text.tekst,
            show_in_menus=text.waarden.get("menu") == "ja",
        )
        parent: Page = topics.get(text.waarden.get("onderwerp", ""), home)
        put_page(page, parent=parent, actor=SYSTEM)


def put_nieuws(home: HomePage) -> None:
    """The news; `dagen_geleden` keeps the demo fresh the first time it is built."""
    index = put_page(NewsIndexPage(title="Nieuws", slug="nieuws"), parent=home, actor=SYSTEM)
    for text in read_texts("nieuws"):
        known = NewsPage.objects.child_of(index).filter(slug=text.slug).first()
        day = known.datum if known else clock.today() - timedelta(days=int(text.waarden["dagen_geleden"]))
        page = NewsPage(
            title=text.waarden["titel"],
            slug=text.slug,
            inleiding=text.waarden["inleiding"],
            tekst=text.tekst,
            datum=day,
        )
        put_page(page, parent=index, actor=SYSTEM)


def put_toptaken(home: HomePage) -> None:
    """What residents come for most, on the home page."""
    set_toptaken(home.pk, taken=TOPTAKEN, actor=SYSTEM)


def build_openingstijden() -> None:
    """Phone and desk, with the days around Christmas and New Year."""
    office = [(day, time(8, 30), time(17)) for day in range(5)]
    put_openingstijden(loket=Loket.TELEFOON, week=office, actor=SYSTEM)
    put_openingstijden(loket=Loket.BALIE, week=[*office, (3, time(18), time(20))], actor=SYSTEM)
    year = clock.today().year
    for loket in Loket:
        for month, day, reason in ((12, 25, "Eerste kerstdag"), (12, 26, "Tweede kerstdag"), (1, 1, "Nieuwjaarsdag")):
            when = clock.today().replace(year=year + (month == 1), month=month, day=day)
            put_afwijkende_dag(loket=loket, datum=when, reden=reason, actor=SYSTEM)
        put_afwijkende_dag(
            loket=loket,
            datum=clock.today().replace(month=12, day=24),
            van=time(8, 30),
            tot=time(12),
            reden="Dag voor Kerst",
            actor=SYSTEM,
        )


def build_mededelingen() -> None:
    """The local notices of these days."""
    if Mededeling.objects.exists():
        return
    now = clock.now()
    place_mededeling(
        titel="De Zeebrug is dicht",
        tekst="Er is groot onderhoud. Omrijden kan via de N61.",
        van=now - timedelta(days=2),
        tot=now + timedelta(days=12),
        kanalen=[Kanaal.SITE, Kanaal.WERKPLEK],
        ernst=Ernst.LET_OP,
        link_url="/nieuws/zeebrug-dicht/",
        link_tekst="Bekijk de route",
        actor=SYSTEM,
    )
    place_mededeling(
        titel="De milieustraat heeft een storing bij de weegbrug",
        tekst="Vertel bellers dat zij langer wachten. Grofvuil laten ophalen kan wel.",
        van=now - timedelta(hours=20),
        tot=now + timedelta(days=3),
        kanalen=[Kanaal.WERKPLEK],
        ernst=Ernst.INFORMATIE,
        actor=SYSTEM,
    )
