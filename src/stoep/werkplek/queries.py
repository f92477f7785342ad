"""Reading for the werkplek: counts in the menu, and which pages of beheer one may open."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from stoep.organisatie.models import Lidmaatschap, Medewerker
from stoep.toegang.actors import Actor
from stoep.zaken.models import Zaak


@dataclass(frozen=True, slots=True)
class BeheerPage:
    """One page of beheer, with what one does there."""

    titel: str
    tekst: str
    url: str
    icon: str


def count_work(actor: Actor, medewerker: Medewerker | None) -> tuple[int, int]:
    """Open zaken of this employee, and open zaken of the own groups that nobody has taken. One query."""
    if medewerker is None or not actor.may("zaken.read"):
        return 0, 0
    groepen = Lidmaatschap.objects.filter(medewerker=medewerker).values("groep_id")
    mine, team = Q(behandelaar=medewerker), Q(behandelaar__isnull=True, groep_id__in=groepen)
    found = (
        Zaak.objects.visible_to(actor)
        .open()
        .filter(mine | team)
        .aggregate(mine=Count("pk", filter=mine), team=Count("pk", filter=team))
    )
    return found["mine"], found["team"]


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
