"""The lists of work: mine, of my team, and all; as a list or on the map."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stoep.foundation import clock
from stoep.foundation.web.pages import Page, page_of
from stoep.foundation.web.permissions import requires
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek import queries
from stoep.werkplek.models import Weergave
from stoep.werkplek.queries.werklijst import Keuze, Werkregel, changed_rows, find_ids, golven_of, whole
from stoep.werkplek.web.bulk import offered_to
from stoep.werkplek.wensen import KOLOMMEN, Bereik, Plek, Wens
from stoep.zaken.models import Zaak

SIZE = 25
ON_MAP = 100
NAMED = 2


@requires("zaken.read")
def mine(request: ActorRequest) -> HttpResponse:
    """The work of who is signed in."""
    return show(request, Plek.MIJN)


@requires("zaken.read")
def team(request: ActorRequest) -> HttpResponse:
    """The work of one's groups and their members."""
    return show(request, Plek.TEAM)


@requires("zaken.read")
def everything(request: ActorRequest) -> HttpResponse:
    """All zaken that one may see."""
    return show(request, Plek.ALLE)


@requires("zaken.read")
def news(request: ActorRequest) -> HttpResponse:
    """Say how many zaken of a list are new or changed since it was drawn, and draw the changed cells in their place.

    Asked for by the page, at most twice a minute. No row moves: that is for who asks for it.
    """
    plek = Plek(request.GET["plek"]) if request.GET.get("plek") in list(Plek) else Plek.MIJN
    wens = Wens.read(request.GET)
    since = read_moment(request.GET.get("sinds", ""))
    bereik = queries.find_bereik(plek, medewerker_of(request.actor))
    zaken = queries.select_zaken(request.actor, wens, bereik)
    nieuws = queries.count_changed(zaken, since) if since else None
    shown = find_ids(request.GET.getlist("rij"), ON_MAP)
    is_news = bool(since and nieuws and (nieuws.nieuw or nieuws.gewijzigd))
    context = {
        "nieuws": nieuws,
        "is_nieuws": is_news,
        "regels": changed_rows(Zaak.objects.visible_to(request.actor), shown, since, request.actor)
        if is_news and since
        else [],
        "url": wens.url(),
        "since": since,
        "plek": plek,
        "now": clock.now(),
    }
    return render(request, "werkplek/nieuws.html", context)


def show(request: ActorRequest, plek: Plek) -> HttpResponse:
    """Draw a list."""
    wens = Wens.read(request.GET)
    medewerker = medewerker_of(request.actor)
    bereik = queries.find_bereik(plek, medewerker)
    zaken = queries.select_zaken(request.actor, wens, bereik)
    drawn_at = clock.now()
    page = page_of(request, whole(zaken), size=ON_MAP if wens.toon == "kaart" else SIZE)
    regels = queries.with_meldingen(page, request.actor)
    kept = [one for one in queries.list_weergaven(medewerker) if one.plek == plek]
    tabs = tabs_of(wens, plek, [one for one in kept if medewerker and one.eigenaar_id == medewerker.pk])
    shared = shared_of(wens, [one for one in kept if medewerker and one.eigenaar_id != medewerker.pk])
    context = {
        "plek": plek,
        "titel": titel_of(plek),
        "wens": wens,
        "page": page,
        "aantal": count_of(page),
        "regels": regels,
        "golven": golven_of(request.actor, wens, bereik),
        "filters": filters_of(wens),
        "weergaven": tabs,
        "gedeelde": shared,
        "heeft_weergaven": bool(kept),
        "kolommen": columns_of(wens, plek),
        "toon_behandelaar": plek is not Plek.MIJN and "behandelaar" in wens.kolommen,
        "kolomkeuzes": [(naam, label, naam in wens.kolommen) for naam, label in kolomnamen(plek)],
        "punten": points_of(regels) if wens.toon == "kaart" else [],
        "vandaag": count_urgent(request, bereik) if wens == Wens() else None,
        "drawn_at": drawn_at,
        "poll": wens.query(),
        "leeg": empty_words(wens, plek),
        "bulksoorten": offered_to(request),
        "may_choose": bool(offered_to(request)),
        "bewaar": wens.query(),
        "medewerker": medewerker,
    }
    return render(request, "werkplek/lijst.html", context)


def titel_of(plek: Plek) -> str:
    """The title of a list."""
    return {Plek.MIJN: _("Mijn werk"), Plek.TEAM: _("Mijn team"), Plek.ALLE: _("Alle zaken")}[plek]


def count_of(page: Page[Zaak]) -> str:
    """The count in the title; where counting stopped it says so."""
    return str(page.total) if page.is_total_exact else f"{page.total - 1:,}+".replace(",", ".")


def count_urgent(request: ActorRequest, bereik: Bereik) -> int:
    """How many zaken of the list end today or should have ended."""
    wens = Wens(termijn=("te-laat", "vandaag"))
    return int(queries.select_zaken(request.actor, wens, bereik).order_by()[:1000].count())


def filters_of(wens: Wens) -> list[dict[str, Any]]:
    """The filters, each with its choices and what is chosen."""
    offered = queries.read_keuzes()
    labels = (
        ("termijn", _("Termijn"), offered.termijn),
        ("categorie", _("Onderwerp"), offered.categorie),
        ("gebied", _("Wijk"), offered.gebied),
        ("status", _("Status"), offered.status),
        ("kanaal", _("Kanaal"), offered.kanaal),
    )
    return [
        {
            "naam": name,
            "label": label,
            "keuzes": [(keuze, keuze.waarde in getattr(wens, name)) for keuze in keuzes],
            "waarde": chosen_words(keuzes, getattr(wens, name)),
            "wis": wens.url(**{name: ()}),
        }
        for name, label, keuzes in labels
    ]


def chosen_words(keuzes: list[Keuze], chosen: tuple[str, ...]) -> str:
    """What is chosen, in words: two by name, more as a number."""
    names = [keuze.label for keuze in keuzes if keuze.waarde in chosen]
    return ", ".join(names) if len(names) <= NAMED else _("{aantal} gekozen").format(aantal=len(names))


def tabs_of(wens: Wens, plek: Plek, own: list[Weergave]) -> list[dict[str, Any]]:
    """The views of this list: the ordinary ones, then those that were kept."""
    here = wens.query()
    fixed = [(_("Op termijn"), "", ""), (_("Nieuwste eerst"), Wens(sorteer="nieuw").query(), "")]
    if plek is not Plek.MIJN:
        fixed.append((_("Nog van niemand"), Wens(wie="niemand").query(), ""))
    named = [(one.naam, one.vraag, str(one.pk)) for one in own]
    shared = {str(one.pk) for one in own if one.is_gedeeld}
    tabs = [
        {
            "label": label,
            "href": f"?{query}",
            "active": query == here,
            "weergave": key,
            "is_gedeeld": key in shared,
            "telling": key,
        }
        for label, query, key in fixed + named
    ]
    map_query = wens.query(toon="lijst" if wens.toon == "kaart" else "kaart")
    tabs.insert(
        len(fixed),
        {
            "label": _("Lijst") if wens.toon == "kaart" else _("Kaart"),
            "href": f"?{map_query}",
            "active": False,
            "icon": "list" if wens.toon == "kaart" else "map",
        },
    )
    return tabs


def shared_of(wens: Wens, kept: list[Weergave]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The views of this list that colleagues share, under the name of each."""
    here = wens.query()
    found: dict[str, list[dict[str, Any]]] = {}
    for one in kept:
        row = {"label": one.naam, "href": f"?{one.vraag}", "active": one.vraag == here, "telling": str(one.pk)}
        found.setdefault(one.eigenaar.naam, []).append(row)
    return list(found.items())


def columns_of(wens: Wens, plek: Plek) -> list[dict[str, str]]:
    """The columns, with where their headings lead: the same order again turns it round."""
    ways = (
        ("termijn", _("Termijn"), "termijn", "-termijn"),
        ("", _("Zaak"), "nieuw", "oud"),
        ("plek", _("Plek"), "", ""),
        ("status", _("Status"), "status", "-status"),
        ("behandelaar", _("Behandelaar"), "", ""),
        ("kanaal", _("Kanaal"), "kanaal", "-kanaal"),
        ("gemeld", _("Gemeld"), "nieuw", "oud"),
    )
    return [
        {
            "label": label,
            "href": wens.url(sorteer=down if wens.sorteer == up else up) if up else "",
            "sorted": "asc" if up and wens.sorteer == up else "desc" if down and wens.sorteer == down else "",
        }
        for name, label, up, down in ways
        if (not name or name in wens.kolommen) and (plek is not Plek.MIJN or name != "behandelaar")
    ]


def kolomnamen(plek: Plek) -> list[tuple[str, str]]:
    """The columns that one can choose."""
    names = {
        "termijn": _("Termijn"),
        "plek": _("Plek"),
        "status": _("Status"),
        "behandelaar": _("Behandelaar"),
        "kanaal": _("Kanaal"),
        "gemeld": _("Gemeld"),
    }
    return [(naam, names[naam]) for naam in KOLOMMEN if plek is not Plek.MIJN or naam != "behandelaar"]


def points_of(regels: list[Werkregel]) -> list[dict[str, Any]]:
    """The places of these rows, for the map."""
    return [
        {
            "id": str(regel.zaak.pk),
            "lon": regel.melding.lon if regel.melding else regel.zaak.lon,
            "lat": regel.melding.lat if regel.melding else regel.zaak.lat,
            "label": regel.titel,
            "tekst": f"{regel.kort_adres} · {regel.status}",
            "url": f"/werkplek/zaken/{regel.zaak.pk}/",
            "toon": regel.kaarttoon,
        }
        for regel in regels
        if regel.melding or regel.zaak.lon is not None
    ]


def empty_words(wens: Wens, plek: Plek) -> dict[str, str]:
    """What an empty list says, and what to do next."""
    if wens.has_filters:
        return {
            "title": _("Niets gevonden met deze filters"),
            "text": _("Haal een filter weg of zoek op een ander woord."),
            "action": _("Wis alle filters"),
            "href": "?",
            "icon": "search-x",
        }
    if plek is Plek.MIJN:
        return {
            "title": _("U hebt geen open zaken"),
            "text": _("Kijk of er in uw team nog werk ligt dat van niemand is."),
            "action": _("Naar mijn team"),
            "href": "/werkplek/team/?wie=niemand",
            "icon": "circle-check",
        }
    return {
        "title": _("Er zijn geen open zaken"),
        "text": _("Nieuwe meldingen komen hier vanzelf."),
        "action": "",
        "href": "",
        "icon": "inbox",
    }


def read_moment(text: str) -> datetime | None:
    """A moment out of an address; None when it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
