"""The public page of one report, and its released photos."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stoep.buurt import queries
from stoep.buurt.models import Onderdeel, Vrijgave
from stoep.buurt.rules.verloop import STAND_ICONS, TONEN
from stoep.foundation import storage
from stoep.foundation.errors import NotFound
from stoep.foundation.web.permissions import public

A_WHILE = 600  # seconds: who withdraws a photo does not wait for a day


@require_safe
@public
def melding(request: HttpRequest, nummer: str) -> HttpResponse:
    """What everybody may know of this report."""
    found = queries.get_openbaar(nummer)
    onderwerpen, gebieden = queries.onderwerpen_by_slug(), queries.namen_van_gebieden()
    onderwerp = onderwerpen.get(found.categorie)
    context = {
        "openbaar": queries.show_openbaar(found),
        "melding": found,
        "onderwerp": onderwerp,
        "hoofd": onderwerpen.get(found.hoofdcategorie),
        "gebied": gebieden.get(found.gebied, ""),
        "toon": TONEN[found.stand],
        "stand_icoon": STAND_ICONS[found.stand],
        "kruimels": [
            {"label": "Home", "href": "/"},
            {"label": "Meldingen in de buurt", "href": reverse("buurt:overzicht")},
            {"label": onderwerp.naam if onderwerp else nummer},
        ],
    }
    return render(request, "buurt/melding.html", context)


@require_safe
@public
def foto(request: HttpRequest, nummer: str, vrijgave_id: UUID) -> HttpResponseBase:
    """A released photo: the copy that was made for everybody, never the original."""
    found = queries.get_openbaar(nummer)
    vrijgave = (
        Vrijgave.objects.released()
        .filter(pk=vrijgave_id, melding_id=found.melding_id, onderdeel=Onderdeel.FOTO)
        .first()
    )
    if vrijgave is None:
        raise NotFound
    sha256 = vrijgave.sha256_klein if "klein" in request.GET else vrijgave.sha256
    tag = f'"{sha256[:40]}"'
    if tag in request.headers.get("If-None-Match", ""):
        response: HttpResponseBase = HttpResponse(status=304)
    else:
        response = FileResponse(storage.open_stored(sha256), content_type="image/jpeg")
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = f"public, max-age={A_WHILE}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
