"""Meldingen in de buurt: the list first, the map beside it, and both by the same filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stoep.buurt import queries
from stoep.buurt.queries import Onderwerp, Regel
from stoep.buurt.rules.wensen import ALWAYS, Wens, read_box, read_wens, write_box
from stoep.foundation import clock, ratelimit
from stoep.foundation.errors import Rejected, Unavailable
from stoep.foundation.geo import Bounds, Point
from stoep.foundation.nederlands import counted, day
from stoep.foundation.web.permissions import public
from stoep.gebieden.models import Gebied
from stoep.gebieden.ports import adreszoeker

METRES_AROUND = 300
METRES_PER_DEGREE = 111_320
LON_PER_LAT = 0.625  # how much shorter a degree of longitude is than one of latitude in the Netherlands
A_MINUTE, TIMES, MAP_TIMES = 60, 60, 240
COUNTED = queries.lijst.COUNTED_UP_TO
STANDEN = {"open": "Nog niet klaar", "klaar": "Afgehandeld", "alles": "Alles"}
PERIODEN = {"week": "Laatste week", "maand": "Laatste maand", "kwartaal": "Laatste 3 maanden"}
YEARS_BACK = 2
ZOOMS = (1, 13, 19)


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """What was asked, with the words to say it."""

    wens: Wens
    onderwerpen: dict[str, Onderwerp]
    gebieden: dict[str, str]


def read_request(request: HttpRequest) -> Gevraagd:
    """Read the address of a page, map or file."""
    onderwerpen, gebieden = queries.onderwerpen_by_slug(), queries.namen_van_gebieden()
    return Gevraagd(read_wens(request.GET, categorieen=onderwerpen, gebieden=gebieden), onderwerpen, gebieden)


@require_safe
@public
def overzicht(request: HttpRequest) -> HttpResponse:
    """The list with its map."""
    asked = read_request(request)
    wens, melding, point = asked.wens, "", None
    if wens.adres:
        ratelimit.limit(f"buurt.adres:{request.META.get('REMOTE_ADDR', '')}", times=TIMES, seconds=A_MINUTE)
        point, melding = find_adres(wens.adres)
    shown = replace(wens, vak=around(point)) if point else wens
    lijst = queries.list_openbaar(shown, asked.onderwerpen)
    aantal = queries.count_openbaar(shown, asked.onderwerpen)
    regels = queries.regels_of(lijst.rows, asked.onderwerpen, asked.gebieden)
    context: dict[str, Any] = {
        "wens": wens,
        "regels": regels,
        "aantal": say_aantal(aantal),
        "eerste": f"?{wens.query()}" if wens.na or wens.voor else "",
        "vorige": f"?{wens.query(voor=lijst.voor)}" if lijst.voor else "",
        "volgende": f"?{wens.query(na=lijst.na)}" if lijst.na else "",
        "filters": filters_of(asked),
        "standen": standen_of(wens),
        "adres_fout": melding,
        "punten": [as_punt(regel) for regel in regels],
        "midden": point,
        "omtrek": write_box(around(point)) if point else "",
        "grenzen": box_of_gebied(wens.gebied) if wens.gebied and not point else wens.vak,
        "kaart_url": f"{reverse('buurt:kaart')}?{wens.query(adres='', vak=None)}",
        "hier_url": f"{reverse('buurt:overzicht')}?{wens.query(adres='', vak=None)}",
        "data_url": f"{reverse('buurt:overzicht')}?{wens.query()}",
        "verborgen": [(name, value) for name, value in hidden_of(wens) if value],
    }
    return render(request, "buurt/overzicht.html", context)


@require_safe
@public
def kaart(request: HttpRequest) -> HttpResponse:
    """What stands on a piece of the map, for the script of the map."""
    ratelimit.limit(f"buurt.kaart:{request.META.get('REMOTE_ADDR', '')}", times=MAP_TIMES, seconds=A_MINUTE)
    asked = read_request(request)
    box = read_box(request.GET.get("vak", ""))
    if box is None:
        return JsonResponse({"fout": _("Geef een vak op: west,zuid,oost,noord in graden.")}, status=400)
    beeld = queries.kaartbeeld(asked.wens, asked.onderwerpen, box=box, zoom=read_zoom(request.GET.get("zoom", "")))
    regels = queries.regels_of(beeld.punten, asked.onderwerpen, asked.gebieden)
    punten = [as_punt(regel) for regel in regels]
    vakken = [{"lon": vak.lon, "lat": vak.lat, "aantal": vak.aantal} for vak in beeld.vakken]
    response = JsonResponse({"punten": punten, "vakken": vakken})
    response.headers["Cache-Control"] = "public, max-age=30"
    return response


def as_punt(regel: Regel) -> dict[str, Any]:
    """A report for the map."""
    row = regel.melding
    return {
        "id": row.nummer,
        "lon": row.lon,
        "lat": row.lat,
        "label": regel.onderwerp,
        "url": reverse("buurt:melding", args=[row.nummer]),
        "tekst": f"{row.get_stand_display()}, gemeld {day(row.gemeld_op)}",
        "toon": "ok" if not row.is_open else "warn" if row.stand in ("bezig", "gepland") else "info",
    }


def find_adres(text: str) -> tuple[Point | None, str]:
    """The point of an address, or a sentence that says why there is none."""
    try:
        found = adreszoeker().find(text) or next(iter(adreszoeker().suggest(text, 1)), None)
    except Unavailable:
        return None, _("Adressen zoeken lukt nu niet. Kies een buurt, of probeer het straks opnieuw.")
    except Rejected:
        found = None
    if found is None:
        return None, _(
            "Wij vinden dit adres niet in de gemeente. Controleer de straatnaam, of vul alleen de straat in."
        )
    return found.point, ""


def around(point: Point) -> Bounds:
    """The box around an address."""
    lat = METRES_AROUND / METRES_PER_DEGREE
    lon = lat / LON_PER_LAT
    return Bounds(point.lon - lon, point.lat - lat, point.lon + lon, point.lat + lat)


def box_of_gebied(code: str) -> Bounds | None:
    """The box around a quarter or village."""
    found = Gebied.objects.filter(code=code).values_list("west", "south", "east", "north").first()
    return Bounds(*found) if found else None


def say_aantal(aantal: int) -> str:
    """How many, in words; a large number is not counted to its end."""
    if aantal > COUNTED:
        return _("Meer dan {aantal} meldingen").format(aantal=f"{COUNTED:,}".replace(",", "."))
    return counted(aantal, _("melding"), _("meldingen")) if aantal else _("Geen meldingen")


def filters_of(asked: Gevraagd) -> list[dict[str, Any]]:
    """Subject, area and period: each choice a link, so that it works without JavaScript."""
    wens = asked.wens
    return [
        filter_of(wens, "categorie", _("Onderwerp"), choices_of_onderwerp(asked)),
        filter_of(wens, "gebied", _("Buurt of dorp"), asked.gebieden),
        filter_of(wens, "periode", _("Gemeld"), choices_of_periode(), nothing=ALWAYS),
    ]


def filter_of(wens: Wens, name: str, label: str, choices: Mapping[str, str], nothing: str = "") -> dict[str, Any]:
    """One filter: what is chosen, or what can be chosen."""
    chosen = getattr(wens, name)
    more = {"adres": "", "vak": None} if name == "gebied" else {}
    return {
        "label": label,
        "value": "" if chosen == nothing else choices.get(chosen, chosen),
        "clear_href": f"?{wens.query(**{name: nothing}, **more)}",
        "options": [
            {"label": words, "href": f"?{wens.query(**{name: value}, **more)}", "active": value == chosen}
            for value, words in choices.items()
        ],
    }


def choices_of_onderwerp(asked: Gevraagd) -> dict[str, str]:
    """The headings; below a chosen heading its own subjects."""
    found = {one.slug: one.naam for one in queries.list_onderwerpen(asked.onderwerpen)}
    chosen = asked.onderwerpen.get(asked.wens.categorie)
    if chosen:
        found[chosen.slug] = chosen.naam
    return found


def choices_of_periode() -> dict[str, str]:
    """Short periods, and the years."""
    year = clock.today().year
    return {**PERIODEN, **{str(one): str(one) for one in range(year, year - YEARS_BACK - 1, -1)}}


def standen_of(wens: Wens) -> list[dict[str, Any]]:
    """Still open, handled, or all."""
    return [
        {"label": label, "href": f"?{wens.query(stand=stand)}", "active": wens.stand == stand}
        for stand, label in STANDEN.items()
    ]


def hidden_of(wens: Wens) -> Sequence[tuple[str, str]]:
    """What the address search keeps of the other filters."""
    stand = "" if wens.stand == "open" else wens.stand
    periode = "" if wens.periode == ALWAYS else wens.periode
    return [("categorie", wens.categorie), ("stand", stand), ("periode", periode)]


def read_zoom(text: str) -> int:
    """How near the map is."""
    least, usual, most = ZOOMS
    return min(max(int(text), least), most) if text.isascii() and text.isdigit() and len(text) <= 2 else usual  # noqa: PLR2004
