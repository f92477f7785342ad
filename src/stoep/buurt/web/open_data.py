"""Open data: every public report as GeoJSON and CSV, with what each field means."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from stoep.buurt import queries
from stoep.buurt.rules.gegevens import LICENTIE, VELDEN, as_feature, csv_line
from stoep.buurt.web.overzicht import read_request
from stoep.foundation import clock, ratelimit
from stoep.foundation.web.permissions import public

TIMES, A_MINUTE = 30, 60
USUAL, MOST = 5_000, 50_000
BOM = "\ufeff"
LINES = 200  # written at once

Writer = Callable[[HttpRequest, Iterator[dict[str, Any]]], Iterator[str]]


@require_safe
@public
def uitleg(request: HttpRequest) -> HttpResponse:
    """What there is, under which licence, and what each field means."""
    context = {
        "velden": [{"naam": name, "soort": kind, "tekst": text} for name, (kind, text) in VELDEN.items()],
        "licentie": LICENTIE,
        "meest": MOST,
        "gewoon": USUAL,
        "onderwerpen": queries.list_onderwerpen(queries.onderwerpen_by_slug()),
        "gebieden": queries.namen_van_gebieden(),
        "basis": settings.BASE_URL,
    }
    return render(request, "buurt/open_data.html", context)


@require_safe
@public
def dcat(_request: HttpRequest) -> HttpResponse:
    """The same as metadata for catalogues: DCAT-AP-NL as JSON-LD."""
    changed, _number = queries.state_of_gegevens()
    response = JsonResponse(describe(changed.isoformat() if changed else clock.now().isoformat()))
    response.headers["Content-Type"] = "application/ld+json"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def describe(changed: str) -> dict[str, Any]:
    """The data set in the words of DCAT."""
    base, here = settings.BASE_URL, reverse("buurt:open_data")
    formats = {"geojson": "application/geo+json", "csv": "text/csv"}
    authority = "http://publications.europa.eu/resource/authority"
    return {
        "@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"},
        "@id": f"{base}{here}#meldingen",
        "@type": "dcat:Dataset",
        "dct:title": {"@language": "nl", "@value": "Meldingen openbare ruimte"},
        "dct:description": {"@language": "nl", "@value": "Meldingen van inwoners over straat, groen, water en licht."},
        "dct:license": {"@id": LICENTIE},
        "dct:language": {"@id": f"{authority}/language/NLD"},
        "dct:accessRights": {"@id": f"{authority}/access-right/PUBLIC"},
        "dct:accrualPeriodicity": {"@id": f"{authority}/frequency/UPDATE_CONT"},
        "dct:modified": changed,
        "dcat:theme": {"@id": f"{authority}/data-theme/GOVE"},
        "dcat:keyword": ["meldingen", "openbare ruimte", "MOR"],
        "dcat:landingPage": {"@id": f"{base}{here}"},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dcat:accessURL": {"@id": f"{base}{reverse(f'buurt:{name}')}"},
                "dcat:mediaType": media,
                "dct:license": {"@id": LICENTIE},
            }
            for name, media in formats.items()
        ],
    }


def as_file(content_type: str) -> Callable[[Writer], Callable[[HttpRequest], HttpResponseBase]]:
    """Send rows as a file: limited, from a copy when that is still good, and in parts."""

    def decorate(write: Writer) -> Callable[[HttpRequest], HttpResponseBase]:
        @wraps(write)
        def view(request: HttpRequest) -> HttpResponseBase:
            ratelimit.limit(f"buurt.open_data:{request.META.get('REMOTE_ADDR', '')}", times=TIMES, seconds=A_MINUTE)
            changed, number = queries.state_of_gegevens()
            state = f"{changed}|{number}|{request.get_full_path()}"
            tag = quote_etag(sha256(state.encode("utf-8", "replace")).hexdigest()[:32])
            if tag in request.headers.get("If-None-Match", ""):
                response: HttpResponseBase = HttpResponse(status=304)
            else:
                response = StreamingHttpResponse(in_parts(write(request, rows_of(request))), content_type=content_type)
            response.headers["ETag"] = tag
            if changed:
                response.headers["Last-Modified"] = http_date(changed.timestamp())
            response.headers["Cache-Control"] = "public, max-age=60"
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Link"] = f'<{LICENTIE}>; rel="license"'
            return response

        return view

    return decorate


def rows_of(request: HttpRequest) -> Iterator[dict[str, Any]]:
    """The rows that the address asks for: all of them unless it says less."""
    asked = read_request(request)
    wens = asked.wens if "stand" in request.GET else replace(asked.wens, stand="alles")
    wens = replace(wens, voor="", adres="")
    base = settings.BASE_URL
    return queries.read_gegevens(wens, asked.onderwerpen, asked.gebieden, base=base, limit=limit_of(request))


def limit_of(request: HttpRequest) -> int:
    """How many rows at most."""
    text = request.GET.get("aantal", "")
    return min(max(int(text), 1), MOST) if text.isascii() and text.isdigit() and len(text) < 7 else USUAL  # noqa: PLR2004


def in_parts(lines: Iterator[str]) -> Iterator[str]:
    """Many lines in one piece: a piece for each line costs more than the line."""
    waiting: list[str] = []
    for line in lines:
        waiting.append(line)
        if len(waiting) >= LINES:
            yield "".join(waiting)
            waiting = []
    yield "".join(waiting)


@require_safe
@public
@as_file("application/geo+json")
def geojson(request: HttpRequest, rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    """A FeatureCollection; `volgende` is the address of what follows."""
    limit, number, last = limit_of(request), 0, ""
    yield f'{{"type":"FeatureCollection","licentie":"{LICENTIE}","features":['
    for row in rows:
        number, last = number + 1, row["nummer"]
        comma = "," if number > 1 else ""
        yield comma + "\n" + json.dumps(as_feature(row), ensure_ascii=False, separators=(",", ":"))
    following = json.dumps(f"{settings.BASE_URL}{next_path(request, last)}") if number == limit else "null"
    yield f'\n],"volgende":{following}}}\n'


@require_safe
@public
@as_file("text/csv; charset=utf-8; header=present")
def csv(request: HttpRequest, rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Comma-separated values as in RFC 4180; `?bom=1` puts a mark before it, so that Excel reads accents."""
    yield (BOM if request.GET.get("bom") == "1" else "") + csv_line(VELDEN)
    for row in rows:
        yield csv_line(row[name] for name in VELDEN)


def next_path(request: HttpRequest, last: str) -> str:
    """The address of what follows the last row."""
    query = request.GET.copy()
    query["na"] = last
    return f"{request.path}?{query.urlencode()}"
