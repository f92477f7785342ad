"""Reading the site: search, suggestions and navigation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Value, When
from wagtail.models import Page

from stoep.kennisbank.models import ProductPage, VraagPage
from stoep.website.models import NewsPage, OnderwerpPage

SUGGESTIONS = 6
RESULTS = 20
LONGEST_QUERY = 200


@dataclass(frozen=True, slots=True)
class Treffer:
    """One search result: where it leads, what it is, and whether it can be arranged at once."""

    titel: str
    url: str
    inleiding: str
    soort: str
    direct_regelen: bool = False


def clean_query(text: str) -> str:
    """What was typed, without control characters, at most 200 characters."""
    visible = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(visible.split())[:LONGEST_QUERY]


def search_site(text: str) -> list[Treffer]:
    """Search live pages, best first: all words, else any word. What can be arranged at once comes before the rest."""
    query = clean_query(text)
    if not query:
        return []
    live = Page.objects.live().public()
    found = list(live.search(query, operator="and")[:RESULTS]) or list(live.search(query, operator="or")[:RESULTS])
    if not found:
        found = list(live.autocomplete(query, operator="or")[:RESULTS])
    return arranged_first(as_treffers(found))


def suggest(text: str) -> list[Treffer]:
    """Suggestions while typing: pages in which the words begin so."""
    query = clean_query(text)
    if len(query) < 2:  # noqa: PLR2004 - one letter says nothing yet
        return []
    live = Page.objects.live().public()
    found = list(live.autocomplete(query, operator="and")[:SUGGESTIONS])
    if len(found) < SUGGESTIONS:
        known = {page.pk for page in found}
        more = live.search(query, operator="and")[:SUGGESTIONS]
        found += [page for page in more if page.pk not in known]
    return arranged_first(as_treffers(found[:SUGGESTIONS]))


def as_treffers(pages: Iterable[Page]) -> list[Treffer]:
    """Make results of pages, keeping their order. One query per kind of page."""
    order = [page.pk for page in pages]
    position = Case(*[When(pk=pk, then=Value(place)) for place, pk in enumerate(order)], output_field=IntegerField())
    specific = Page.objects.filter(pk__in=order).order_by(position).specific() if order else []
    return [as_treffer(page) for page in specific]


def as_treffer(page: Page) -> Treffer:
    """Make a result of one page."""
    action = getattr(page, "knop_url", "")
    return Treffer(
        titel=page.title,
        url=page.url or "/",
        inleiding=getattr(page, "inleiding", ""),
        soort=kind_of(page),
        direct_regelen=bool(action),
    )


def kind_of(page: Page) -> str:
    """What a page is, in a resident's word."""
    if isinstance(page, ProductPage):
        return "Product"
    if isinstance(page, VraagPage):
        return "Vraag en antwoord"
    if isinstance(page, NewsPage):
        return "Nieuws"
    if isinstance(page, OnderwerpPage):
        return "Onderwerp"
    return "Pagina"


def arranged_first(found: list[Treffer]) -> list[Treffer]:
    """Put the first result that can be arranged at once on top, when it is among the best three."""
    for place, treffer in enumerate(found[:3]):
        if treffer.direct_regelen:
            return [treffer, *found[:place], *found[place + 1 :]]
    return found
