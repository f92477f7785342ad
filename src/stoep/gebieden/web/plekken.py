"""Asking about places: which addresses fit what was typed, and what is known of a point."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stoep.foundation import ratelimit
from stoep.foundation.errors import NotFound, Rejected, Unavailable
from stoep.foundation.geo import Point
from stoep.foundation.web.permissions import public
from stoep.foundation.web.refusals import wants_json
from stoep.gebieden import ports, queries
from stoep.gebieden.models import Soort
from stoep.gebieden.ports import Adresvoorstel

A_MINUTE = 60
TIMES = 150  # questions a minute: somebody who types fast asks about forty
LONGEST = 100
PICTURE = {"zoom": (11, 16, 19), "w": (64, 640, 1280), "h": (64, 360, 1280)}  # least, usual, most
PIN = (
    '<path transform="translate({x} {y}) scale(10)" d="M0 0C-5-9-19-17-19-30a19 19 0 1 1 38 0C19-17 5-9 0 0Z" '
    'fill="#c2410c" stroke="#fff" stroke-width="3"/><circle cx="{x}" cy="{cy}" r="70" fill="#fff"/>'
)


@public
@require_safe
def adressen(request: HttpRequest) -> HttpResponse:
    """Addresses that someone may mean: as JSON, as a list for htmx, or as a page."""
    count(request, "adressen")
    q = request.GET.get("q", "").strip()[:LONGEST]
    melding, voorstellen = "", list[Adresvoorstel]()
    try:
        voorstellen = ports.adreszoeker().suggest(q) if q else []
    except (Unavailable, Rejected):
        melding = _("Adressen zoeken lukt nu niet. Zet de speld op de kaart, of probeer het straks opnieuw.")
    if wants_json(request):
        response: HttpResponse = JsonResponse({"suggestions": [as_json(v) for v in voorstellen], "melding": melding})
    else:
        page = "adressen.html" if request.headers.get("HX-Request") else "adressen_page.html"
        response = render(request, f"gebieden/{page}", {"q": q, "voorstellen": voorstellen, "melding": melding})
    patch_vary_headers(response, ["Accept", "HX-Request"])
    return response


@public
@require_safe
def plek(request: HttpRequest) -> HttpResponse:
    """What is known of a point: the nearest address, the area, and whether it lies in the municipality."""
    count(request, "plek")
    point = point_in_request(request)
    known = describe(point)
    if wants_json(request):
        response: HttpResponse = JsonResponse(known)
    else:
        response = render(request, "gebieden/plek_page.html", {"plek": known})
    patch_vary_headers(response, ["Accept"])
    return response


@public
@require_safe
def beeld(request: HttpRequest) -> HttpResponse:
    """A picture of the land around a point with a pin in it, as SVG; only the pin where the source draws none."""
    point = point_in_request(request)
    zoom, width, height = (number_in_request(request, name) for name in PICTURE)
    try:
        land = ports.tegelbron().picture(point, zoom, width, height)
    except Unavailable:
        land = ""
    land = land or f'<rect width="{width * 10}" height="{height * 10}" fill="#eef0ea"/>'
    x, y = width * 5, height * 5
    pin = PIN.format(x=x, y=y, cy=y - 300)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width * 10} {height * 10}" '
        f'width="{width}" height="{height}">{land}{pin}</svg>'
    )
    return HttpResponse(svg, content_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})


@public
@require_safe
def grens(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django gives every view its request
    """The border of the municipality as GeoJSON, for the map."""
    gemeente = queries.gemeente()
    if gemeente is None:
        raise NotFound
    response = JsonResponse(gemeente.geometrie)
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


def describe(point: Point) -> dict[str, object]:
    """A point in words."""
    inside = queries.lies_in_gemeente(point)
    gebied = queries.gebied_at(point) if inside else None
    adres = nearest_label(point) if inside else ""
    if not inside:
        tekst = _("Deze plek ligt buiten de gemeente. Kies een plek binnen de grens op de kaart.")
    elif adres:
        tekst = _("Bij {adres}.").format(adres=adres)
    else:
        naam = gebied.naam if gebied else settings.WAGTAIL_SITE_NAME
        plaats = _("het dorp {naam}") if gebied and gebied.soort == Soort.DORP else _("de wijk {naam}")
        tekst = _("In of bij {plaats}, niet bij een adres.").format(plaats=plaats.format(naam=naam))
    return {
        "lon": point.lon,
        "lat": point.lat,
        "in_gemeente": inside,
        "adres": adres,
        "gebied": {"code": gebied.code, "naam": gebied.naam} if gebied else None,
        "tekst": tekst,
    }


def nearest_label(point: Point) -> str:
    """The nearest address; "" when there is none, or when the address search does not answer."""
    try:
        found = ports.adreszoeker().nearest(point)
    except (Unavailable, Rejected):
        return ""
    return found.label if found else ""


def as_json(voorstel: Adresvoorstel) -> dict[str, object]:
    """A suggestion for a script."""
    return {
        "id": voorstel.id,
        "label": voorstel.label,
        "soort": voorstel.soort,
        "lon": voorstel.point.lon,
        "lat": voorstel.point.lat,
    }


def point_in_request(request: HttpRequest) -> Point:
    """The point that is asked about. Raises a refusal for anything that is none."""
    return Point.from_text(request.GET.get("lon", ""), request.GET.get("lat", ""))


def number_in_request(request: HttpRequest, name: str) -> int:
    """A whole number within bounds; the usual one for anything else."""
    least, usual, most = PICTURE[name]
    try:
        return min(max(int(request.GET.get(name, "")), least), most)
    except ValueError:
        return usual


def count(request: HttpRequest, what: str) -> None:
    """Refuse who asks far more often than a person can; employees are not counted."""
    if getattr(getattr(request, "actor", None), "account_id", None) is None:
        ratelimit.limit(f"{what}:{request.META.get('REMOTE_ADDR', '')}", times=TIMES, seconds=A_MINUTE)
