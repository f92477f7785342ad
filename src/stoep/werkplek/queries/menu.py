"""Reading for the werkplek: counts in the menu, and which pages of beheer one may open."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from stoep.organisatie.models import Medewerker
from stoep.toegang.actors import Actor
from stoep.werkplek.queries.werklijst import find_bereik, select_zaken
from stoep.werkplek.wensen import Plek, Wens

MOST_COUNTED = 999


@dataclass(frozen=True, slots=True)
class BeheerPage:
    """One page of beheer, with what one does there."""

    titel: str
    tekst: str
    url: str
    icon: str


def count_work(actor: Actor, medewerker: Medewerker | None) -> tuple[int, int]:
    """Open zaken of this employee, and of the own team. Counting stops where nobody reads on."""
    if medewerker is None or not actor.may("zaken.read"):
        return 0, 0
    mine = select_zaken(actor, Wens(), find_bereik(Plek.MIJN, medewerker))
    team = select_zaken(actor, Wens(), find_bereik(Plek.TEAM, medewerker))
    return mine.order_by()[: MOST_COUNTED + 1].count(), team.order_by()[: MOST_COUNTED + 1].count()


def show_count(count: int) -> str:
    """A count in the menu: nothing for zero, 999+ for more than anybody reads."""
    if not count:
        return ""
    return str(count) if count <= MOST_COUNTED else f"{MOST_COUNTED}+"


# Each page of beheer: the right that opens it, its name, what one does there, its address and icon. One line each.
BEHEER = (
    ("zaken.manage_rules", _("Toewijzingsregels"), _("Wie krijgt welke zaak, en waarom."), "toewijzingsregels", "route"),
    ("meldingen.manage", _("Categorieën van meldingen"), _("Namen, normen en teksten voor melders."), "categorieen", "tags"),
    ("meldingen.manage", _("Standaardteksten"), _("Waar berichten aan melders mee beginnen."), "standaardteksten", "message-square-text"),
    ("meldingen.manage", _("Statussen van meldingen"), _("Wat er kan, wie dat mag, wat de melder hoort."), "statussen", "workflow"),
    ("meldingen.manage", _("Termijnen, bewaren en golven"), _("Antwoorden, heropenen, wissen, en wanneer het een golf is."), "meldingen", "timer-reset"),
    ("opdrachten.manage", _("Aannemers"), _("Wie welk werk doet, en hoe snel."), "opdrachtnemers", "hard-hat"),
    ("buitendienst.manage", _("Werven"), _("Waar rondes van inspecteurs beginnen."), "werven", "warehouse"),
    ("toegang.manage", _("Accounts"), _("Wie kan inloggen, met welke rollen."), "medewerkers", "user-cog"),
    ("toegang.manage", _("Rollen"), _("Wat een rol mag, per zaaktype."), "rollen", "shield"),
    ("applicaties.manage", _("Applicaties"), _("Welke programma's de API's gebruiken, en wat zij mogen."), "applicaties", "plug"),
    ("organisatie.manage", _("Organisatie"), _("Afdelingen, groepen en aanwezigheid."), "organisatie", "building-2"),
    ("notificaties.manage", _("Notificaties"), _("Wie hoort wat er gebeurt, en wat niet aankwam."), "notificaties", "radio"),
    ("beheer.read", _("Storingen"), _("Wat niet lukte en op u wacht."), "storingen", "triangle-alert"),
)  # fmt: skip


def beheer_pages(actor: Actor) -> list[BeheerPage]:
    """The pages of beheer that this actor may open."""
    return [
        BeheerPage(str(titel), str(tekst), f"/werkplek/beheer/{folder}/", icon)
        for right, titel, tekst, folder, icon in BEHEER
        if actor.may(right)
    ]
