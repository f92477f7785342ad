"""When somebody who follows an area gets mail, about what, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from stoep.foundation.geo import Point

HOUR = 7
MOST_LINES = 25
STRALEN = (250, 500, 1000)
RUSTIG = timedelta(minutes=10)

BEVESTIG = """Hallo,

U wilt mail krijgen over meldingen in {waar}. Bevestig dat met deze link:

{link}

Doet u niets? Dan krijgt u geen mail, en wissen wij uw e-mailadres na twee dagen. Hebt u dit niet gevraagd? Dan hoeft u
niets te doen."""
OVERZICHT = """Hallo,

{delen}

Alles op de kaart: {kaart}

Minder mail, een andere buurt, of stoppen? Dat kan hier: {link}"""


@dataclass(frozen=True, slots=True)
class Gebiedswens:
    """What somebody follows: an area by its code, or a circle; no subjects means all."""

    gebied: str
    middelpunt: Point | None
    straal: int
    hoofdcategorieen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bericht:
    """A public report, as far as a mail needs it."""

    hoofdcategorie: str
    gebied: str
    point: Point
    regel: str
    is_nieuw: bool


def due_since(ritme: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The last moment on which mail of this rhythm goes out: whoever was told before that is due."""
    if ritme == "direct":
        return now - RUSTIG
    local = now.astimezone(zone)
    moment = local.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    if ritme == "week":
        moment -= timedelta(days=local.weekday())
    if moment > local:
        moment -= timedelta(days=7 if ritme == "week" else 1)
    return moment


def follows(wens: Gebiedswens, bericht: Bericht) -> bool:
    """Whether this report is one that somebody follows."""
    if wens.hoofdcategorieen and bericht.hoofdcategorie not in wens.hoofdcategorieen:
        return False
    if wens.middelpunt is not None:
        return wens.middelpunt.distance_to(bericht.point) <= wens.straal
    return bericht.gebied == wens.gebied


def write_overzicht(berichten: Sequence[Bericht], *, waar: str, kaart: str, link: str) -> tuple[str, str]:
    """Subject and text of a mail about what is new and what was handled; ("", "") when there is nothing to tell."""
    nieuw = [one.regel for one in berichten if one.is_nieuw]
    klaar = [one.regel for one in berichten if not one.is_nieuw]
    if not nieuw and not klaar:
        return "", ""
    delen = [
        f"{kop} in {waar}:\n\n" + "\n".join(regels[:MOST_LINES]) + more(len(regels) - MOST_LINES)
        for kop, regels in (("Nieuw gemeld", nieuw), ("Afgehandeld", klaar))
        if regels
    ]
    parts = [f"{len(nieuw)} nieuw" if nieuw else "", f"{len(klaar)} afgehandeld" if klaar else ""]
    subject = f"Meldingen in {waar}: {', '.join(part for part in parts if part)}"
    return subject, OVERZICHT.format(delen="\n\n".join(delen), kaart=kaart, link=link)


def more(number: int) -> str:
    """The rest, as a number."""
    return f"\nEn nog {number} andere." if number > 0 else ""
