"""The yards where rounds begin."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stoep.buitendienst import queries
from stoep.buitendienst.commands import put_werf, remove_werf
from stoep.buitendienst.web.forms import WerfForm
from stoep.foundation.errors import DomainError, Unavailable
from stoep.foundation.geo import Point
from stoep.foundation.web.permissions import requires
from stoep.gebieden.ports import adreszoeker
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.toegang.web.actors import ActorRequest


@keeping_what_was_typed
@requires("buitendienst.manage")
def overview(request: ActorRequest) -> HttpResponse:
    """The yards, with a form for one more."""
    form = WerfForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        point = place_of(form)
        if point is not None:
            with form.showing_domain_errors():
                put_werf(naam=form.cleaned_data["naam"], point=point, actor=request.actor)
                messages.success(request, _("De werf is bewaard."))
                return redirect("buitendienst:werven")
    return render(request, "buitendienst/werven.html", {"form": form, "werven": queries.list_werven()})


def place_of(form: WerfForm) -> Point | None:
    """The place on the map, else that of the address; None with the reason at the field."""
    data = form.cleaned_data
    try:
        if data["lon"]:
            return Point.from_text(data["lon"], data["lat"])
        found = adreszoeker().find(data["adres"]) if data["adres"].strip() else None
    except Unavailable:
        form.add_error("adres", _("Zoeken op adres lukt nu niet. Wijs de plek aan op de kaart."))
        return None
    except DomainError as error:
        form.add_error("adres", str(error))
        return None
    if found is None:
        form.add_error("adres", _("Wij vinden dit adres niet. Vul straat en huisnummer in, of wijs de plek aan."))
        return None
    return found.point


@requires("buitendienst.manage")
@require_POST
def remove(request: ActorRequest, werf_id: UUID) -> HttpResponse:
    """Take a yard away."""
    remove_werf(werf_id, actor=request.actor)
    messages.success(request, _("De werf is weg. Rondes die er begonnen, houden hun begin."))
    return redirect("buitendienst:werven")
