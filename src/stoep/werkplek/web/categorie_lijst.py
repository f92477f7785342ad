"""Taking over a list of categories, giving ours away, danger words, and what recognises categories."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.meldingen import queries
from stoep.meldingen.commands import ask_training, import_lijst, use_herkenner
from stoep.meldingen.errors import LijstInvalid
from stoep.meldingen.models import Categorie
from stoep.meldingen.rules.lijst import LONGEST, Wijziging
from stoep.toegang.web.actors import ActorRequest


class LijstForm(StoepForm):
    """A list, as a file or as text."""

    bestand = forms.FileField(
        label=gettext_lazy("Bestand"), required=False, help_text=gettext_lazy("JSON, hoogstens 1 MB.")
    )
    tekst = forms.CharField(
        label=gettext_lazy("Of plak de lijst hier"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
    )
    stop_missing = forms.BooleanField(
        label=gettext_lazy("Stop met onderwerpen die niet in de lijst staan"), required=False
    )
    opvolger = forms.ChoiceField(label=gettext_lazy("Wat stopt, gaat verder als"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Categorie.objects.to_choose()
        self.fields["opvolger"].choices = [("", _("Kies")), *((one.slug, one.naam) for one in rows)]  # type: ignore[attr-defined]

    def given(self) -> str:
        """The list as text. Raises LijstInvalid."""
        file = self.cleaned_data["bestand"]
        if file is None:
            return str(self.cleaned_data["tekst"])
        if file.size > LONGEST:
            raise LijstInvalid(uitleg=_("het bestand is groter dan 1 MB."))
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise LijstInvalid(uitleg=_("het is geen tekst in UTF-8.")) from None


@requires("meldingen.manage")
def take_over(request: ActorRequest) -> HttpResponse:
    """First show what a list changes; do it when that was seen."""
    form = LijstForm(request.POST or None, request.FILES or None)
    changes: list[Wijziging] | None = None
    text = ""
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            text = form.given()
            data = form.cleaned_data
            if request.POST.get("stap") == "doen":
                done = import_lijst(
                    tekst=text, stop_missing=data["stop_missing"], opvolger=data["opvolger"], actor=request.actor
                )
                messages.success(request, _("De lijst is overgenomen: {aantal} wijzigingen.").format(aantal=len(done)))
                return redirect("werkplek:categorieen")
            changes = queries.preview_lijst(text, stop_missing=data["stop_missing"])
    stops = any(one.soort == "gestopt" for one in changes or ())
    context = {"form": form, "wijzigingen": changes, "tekst": text, "stopt": stops}
    return render(request, "werkplek/categorie_lijst.html", context)


@requires("meldingen.manage")
def give_away(request: ActorRequest) -> HttpResponse:  # noqa: ARG001
    """Our list, for another system or another municipality."""
    response = HttpResponse(
        json.dumps(queries.export_lijst(), ensure_ascii=False, indent=1), content_type="application/json; charset=utf-8"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="categorieen.json"'
    return response


@requires("meldingen.manage")
def recogniser(request: ActorRequest) -> HttpResponse:
    """How well categories are recognised, and what was learned."""
    return render(request, "werkplek/herkenning.html", {"stand": queries.tell_leerstand()})


@require_POST
@requires("meldingen.manage")
def train(request: ActorRequest) -> HttpResponse:
    """Have it trained now."""
    ask_training(actor=request.actor)
    messages.success(request, _("Stoep leert nu. Dat duurt ongeveer een halve minuut; ververs dan deze pagina."))
    return redirect("werkplek:herkenning")


@require_POST
@requires("meldingen.manage")
def use(request: ActorRequest, versie: int) -> HttpResponse:
    """Take another version into use."""
    use_herkenner(versie=versie, actor=request.actor)
    messages.success(request, _("Versie {versie} is nu in gebruik.").format(versie=versie))
    return redirect("werkplek:herkenning")
