"""The layers of the map: their objects for the script of the map, and their page under beheer."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.core.validators import validate_slug
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from stoep.foundation.errors import DomainError
from stoep.foundation.geo import Bounds, Point
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import public, requires
from stoep.gebieden.commands import import_kaartlaag
from stoep.gebieden.kaartlagen import objecten_in
from stoep.gebieden.models import Kaartlaag
from stoep.gebieden.web.plekken import count
from stoep.toegang.web.actors import ActorRequest

MOST_BYTES = 60_000_000
SIDES = 4


class KaartlaagForm(StoepForm):
    """A file with the objects of a layer."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=40,
        validators=[validate_slug],
        help_text=gettext_lazy("Zoals bij de onderwerpen staat, bijvoorbeeld lantaarnpalen."),
    )
    naam = forms.CharField(label=gettext_lazy("Naam"), max_length=80)
    enkelvoud = forms.CharField(
        label=gettext_lazy("Naam van één object"), max_length=60, help_text=gettext_lazy("Bijvoorbeeld lantaarnpaal.")
    )
    bestand = forms.FileField(
        label=gettext_lazy("GeoJSON-bestand"),
        help_text=gettext_lazy("Punten in lengte- en breedtegraden, elk met een objectnummer."),
    )

    def clean_bestand(self) -> Any:
        """The file as JSON."""
        file = self.cleaned_data["bestand"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Het bestand is te groot. Kies een bestand van hoogstens 60 MB."))
        try:
            return json.loads(file.read())
        except (ValueError, RecursionError) as error:
            raise forms.ValidationError(_("Dit bestand is geen GeoJSON.")) from error


@public
@require_safe
def objecten(request: HttpRequest) -> HttpResponse:
    """The objects of a layer on a piece of the map."""
    count(request, "objecten")
    box = box_in_request(request)
    found = objecten_in(request.GET.get("laag", "")[:40], box) if box else []
    response = JsonResponse(
        {"objecten": [{"nummer": one.nummer, "soort": one.soort, "lon": one.lon, "lat": one.lat} for one in found]}
    )
    response.headers["Cache-Control"] = "public, max-age=600"
    return response


def box_in_request(request: HttpRequest) -> Bounds | None:
    """West, south, east and north in degrees; None for anything else."""
    sides = request.GET.get("vak", "").split(",")
    if len(sides) != SIDES:
        return None
    try:
        southwest, northeast = Point.from_text(sides[0], sides[1]), Point.from_text(sides[2], sides[3])
    except DomainError:
        return None
    return Bounds(southwest.lon, southwest.lat, northeast.lon, northeast.lat)


@requires("gebieden.manage")
def beheer(request: ActorRequest) -> HttpResponse:
    """Which layers there are, and reading one anew."""
    form = KaartlaagForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            given = form.cleaned_data
            number = import_kaartlaag(
                given["bestand"],
                code=given["code"],
                naam=given["naam"],
                enkelvoud=given["enkelvoud"],
                actor=request.actor,
            )
            messages.success(request, _("{n} objecten ingelezen.").format(n=number))
            return redirect("gebieden:kaartlagen")
    lagen = Kaartlaag.objects.annotate(aantal=Count("objecten", filter=Q(objecten__is_weg=False)))
    return render(request, "gebieden/kaartlagen.html", {"lagen": lagen, "form": form})
