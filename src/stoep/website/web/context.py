"""What every page of the site shows: the municipality, notices and navigation; read only when a template asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page, Site

from stoep.foundation import clock
from stoep.foundation.remembered import remembered
from stoep.kennisbank import queries as kennisbank
from stoep.kennisbank.models import Kanaal, Loket
from stoep.kennisbank.rules.openingstijden import decide_bereikbaarheid, say_bereikbaarheid, say_week
from stoep.website.models import Gemeente


def site(request: HttpRequest) -> dict[str, Any]:
    """Context for the layouts: `gemeente`, `notices`, `navigation`."""
    return {
        "gemeente": SimpleLazyObject(describe_gemeente),
        "notices": SimpleLazyObject(lambda: kennisbank.current_mededelingen(Kanaal.SITE, clock.now())),
        "navigation": SimpleLazyObject(lambda: navigation(request)),
    }


def describe_gemeente() -> dict[str, Any]:
    """Name, phone, address and hours, as the layouts print them."""
    gemeente = known_gemeente()
    local = clock.now().astimezone(clock.AMSTERDAM)
    tijden = kennisbank.openingstijden(local.date())

    def now_text(loket: Loket, open_word: str) -> str:
        return say_bereikbaarheid(decide_bereikbaarheid(tijden[loket], local), today=local.date(), open_word=open_word)

    return {
        "name": gemeente.naam,
        "phone": gemeente.telefoon,
        "phone_url": gemeente.telefoon_link,
        "phone_now_text": now_text(Loket.TELEFOON, "bereikbaar"),
        "desk_now_text": now_text(Loket.BALIE, "open"),
        "whatsapp": gemeente.whatsapp,
        "email": gemeente.email,
        "building": gemeente.gebouw,
        "address": gemeente.adres,
        "postcode_plaats": gemeente.postcode_plaats,
        "opening_hours": {
            "telefoon": say_week(tijden[Loket.TELEFOON]),
            "balie": say_week(tijden[Loket.BALIE]),
        },
    }


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The pages that are in the menu, in the order of the page tree."""
    found = Site.find_for_request(request)
    if found is None:
        return []
    return [
        {"label": label, "url": url, "active": request.path.startswith(url or "-")} for label, url in menu_of(found.pk)
    ]


@remembered("wagtailcore_site", "wagtailcore_page")
def menu_of(site_id: int) -> tuple[tuple[str, str | None], ...]:
    """Title and address of each page in the menu."""
    found = Site.objects.select_related("root_page").get(pk=site_id)
    pages = Page.objects.live().public().in_menu().child_of(found.root_page)
    return tuple((page.title, page.get_url(current_site=found)) for page in pages)


@remembered("website_gemeente")
def known_gemeente() -> Gemeente:
    """What the editors keep of the municipality; nobody changes this row."""
    found: Gemeente = Gemeente.load()
    return found
