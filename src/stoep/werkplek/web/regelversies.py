"""The versions of an assignment rule: what changed, who did it and why; an old one can come back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from stoep.foundation.errors import DomainError
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek.regelzinnen import changes_of, read_versie, sentence_of
from stoep.werkplek.web.regelforms import Keuzes
from stoep.zaken.commands import restore_toewijzingsregel
from stoep.zaken.models import Regelversie
from stoep.zaken.queries.regels import get_regel, list_versies


class TerugForm(StoepForm):
    """Which version comes back, and why."""

    nummer = forms.IntegerField(min_value=1, max_value=32767, widget=forms.HiddenInput)
    reden = forms.CharField(label=gettext_lazy("Waarom?"), required=False, max_length=300)


@requires("zaken.manage_rules")
@require_safe
def show(request: ActorRequest, regel_id: UUID) -> HttpResponse:
    """All versions, newest first, each with what it changed. Three queries and the names."""
    regel = get_regel(regel_id, request.actor)
    versies = list_versies(regel, request.actor)
    return render(request, "werkplek/regelversies.html", {"regel": regel, "versies": tell_versies(versies)})


@requires("zaken.manage_rules")
@require_POST
def restore(request: ActorRequest, regel_id: UUID) -> HttpResponse:
    """Bring an old version back, as a new one."""
    regel = get_regel(regel_id, request.actor)
    form = TerugForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Kies de versie die terug moet komen."))
        return redirect("werkplek:regelversies", regel.pk)
    try:
        restore_toewijzingsregel(regel.pk, **form.cleaned_data, actor=request.actor)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Versie {nummer} geldt weer.").format(nummer=form.cleaned_data["nummer"]))
    return redirect("werkplek:regelversies", regel.pk)


def tell_versies(versies: list[Regelversie]) -> list[dict[str, Any]]:
    """Each version as a sentence, with what it changed of the one before it."""
    namen = Keuzes.read().namen
    told = []
    for place, versie in enumerate(versies):
        new = read_versie(versie.waarden)
        older = read_versie(versies[place + 1].waarden) if place + 1 < len(versies) else None
        told.append(
            {
                "versie": versie,
                "zin": sentence_of(new, namen),
                "wijzigingen": changes_of(older, new, namen),
                "is_nu": place == 0,
                "is_eerste": older is None,
            }
        )
    return told
