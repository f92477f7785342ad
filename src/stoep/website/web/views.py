"""Search on the public site, and the files that machines ask of a site."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from stoep.foundation import clock
from stoep.foundation.web.permissions import public
from stoep.kennisbank import queries as kennisbank
from stoep.kennisbank.models import Kanaal
from stoep.website import queries


@public
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Show what was found, with the e-form first; an empty question shows the search box alone."""
    text = queries.clean_query(request.GET.get("q", ""))
    found = queries.search_site(text)
    words = text.lower().split()
    mededelingen = [
        item
        for item in kennisbank.current_mededelingen(Kanaal.SITE, clock.now())
        if words and all(word in f"{item.titel} {item.tekst}".lower() for word in words)
    ]
    return render(request, "website/search.html", {"query": text, "found": found, "mededelingen": mededelingen})


@public
@require_GET
def suggestions(request: HttpRequest) -> HttpResponse:
    """Suggestions while typing, as JSON."""
    found = queries.suggest(request.GET.get("q", ""))
    return JsonResponse(
        {
            "suggestions": [
                {"label": item.titel, "url": item.url, "badge": "direct regelen" if item.direct_regelen else ""}
                for item in found
            ]
        }
    )


@public
@require_GET
def robots(_request: HttpRequest) -> HttpResponse:
    """What robots may read: the site, not the desk."""
    lines = ["User-agent: *", "Disallow: /werkplek/", "Disallow: /cms/", "Disallow: /melding/", "Disallow: /zoeken/"]
    return HttpResponse(
        "\n".join(lines) + "\n", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "max-age=3600"}
    )
