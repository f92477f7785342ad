"""Reading for the werkplek: counts in the menu, and which pages of beheer one may open."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

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


def beheer_pages(actor: Actor) -> list[BeheerPage]:
    """The pages of beheer that this actor may open."""
    pages = [
        (
            "zaken.manage_rules",
            BeheerPage(
                _("Toewijzingsregels"),
                _("Wie krijgt welke zaak, en waarom."),
                "/werkplek/beheer/toewijzingsregels/",
                "route",
            ),
        ),
        (
            "meldingen.manage",
            BeheerPage(
                _("Categorieën van meldingen"),
                _("Namen, normen en teksten voor melders."),
                "/werkplek/beheer/categorieen/",
                "tags",
            ),
        ),
        (
            "toegang.manage",
            BeheerPage(
                _("Accounts"), _("Wie kan inloggen, met welke rollen."), "/werkplek/beheer/medewerkers/", "user-cog"
            ),
        ),
        (
            "toegang.manage",
            BeheerPage(_("Rollen"), _("Wat een rol mag, per zaaktype."), "/werkplek/beheer/rollen/", "shield"),
        ),
        (
            "organisatie.manage",
            BeheerPage(
                _("Organisatie"),
                _("Afdelingen, groepen en aanwezigheid."),
                "/werkplek/beheer/organisatie/",
                "building-2",
            ),
        ),
        (
            "beheer.read",
            BeheerPage(
                _("Storingen"), _("Wat niet lukte en op u wacht."), "/werkplek/beheer/storingen/", "triangle-alert"
            ),
        ),
    ]
    return [page for right, page in pages if actor.may(right)]
