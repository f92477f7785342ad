"""Local notices: place once, seen at once on site and werkplek."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from stoep.foundation import clock
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.pages import page_of
from stoep.foundation.web.permissions import requires
from stoep.gebieden.queries import list_gebieden
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.huisstijl.widgets import CountedTextarea
from stoep.kennisbank import queries
from stoep.kennisbank.commands import place_mededeling, withdraw_mededeling
from stoep.kennisbank.models import Ernst, Kanaal, Mededeling
from stoep.toegang.web.actors import ActorRequest

FIELDS = ("titel", "tekst", "van", "tot", "kanalen", "gebieden", "ernst", "link_url", "link_tekst")


class MomentInput(forms.DateTimeInput):
    """Day and time in the browser's own field."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class MededelingForm(StoepForm):
    """What a notice says, where and how long."""

    titel = forms.CharField(label=_("Titel"), max_length=120, help_text=_("Kort en compleet: wat, waar, tot wanneer."))
    tekst = forms.CharField(
        label=_("Tekst"),
        max_length=600,
        required=False,
        widget=CountedTextarea(rows=3),
        help_text=_("Wat kunnen mensen doen?"),
    )
    van = forms.DateTimeField(label=_("Geldt vanaf"), widget=MomentInput)
    tot = forms.DateTimeField(
        label=_("Geldt tot"), widget=MomentInput, required=False, help_text=_("Leeg: tot u de mededeling intrekt.")
    )
    kanalen = forms.MultipleChoiceField(
        label=_("Waar te zien"), choices=Kanaal.choices, widget=forms.CheckboxSelectMultiple
    )
    gebieden = forms.MultipleChoiceField(
        label=_("Voor welk gebied"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Niets gekozen: de hele gemeente."),
    )
    ernst = forms.ChoiceField(
        label=_("Hoe ernstig"), choices=Ernst.choices, widget=forms.RadioSelect, initial=Ernst.LET_OP
    )
    link_url = forms.CharField(label=_("Adres van een link"), max_length=300, required=False)
    link_tekst = forms.CharField(label=_("Tekst van de link"), max_length=80, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = [(gebied.code, gebied.naam) for gebied in list_gebieden() if gebied.soort != "gemeente"]
        self.fields["gebieden"].choices = areas  # type: ignore[attr-defined]

    def clean_link_url(self) -> str:
        """A link leads to a page of ours or to a web address; nothing else."""
        url: str = self.cleaned_data["link_url"]
        if url and not url.startswith(("/", "https://", "http://")):
            raise forms.ValidationError(
                _("Begin het adres met https:// of met een schuine streep, bijvoorbeeld /nieuws/.")
            )
        return url


@requires("kennisbank.edit")
def overview(request: ActorRequest) -> HttpResponse:
    """All notices, newest first, with what holds now."""
    page = page_of(request, queries.list_mededelingen(request.actor))
    return render(request, "werkplek/mededelingen.html", {"page": page, "now": clock.now()})


@keeping_what_was_typed
@requires("kennisbank.edit")
def place(request: ActorRequest) -> HttpResponse:
    """Place a notice."""
    form = MededelingForm(request.POST or None, initial={"van": clock.now(), "kanalen": [Kanaal.SITE, Kanaal.WERKPLEK]})
    if stored(request, form, None):
        messages.success(request, _("De mededeling is te zien."))
        return redirect("werkplek:mededelingen")
    return render(request, "werkplek/mededeling.html", {"form": form})


@keeping_what_was_typed
@requires("kennisbank.edit")
def change(request: ActorRequest, mededeling_id: UUID) -> HttpResponse:
    """Change a notice."""
    mededeling = queries.get_mededeling(str(mededeling_id), request.actor)
    form = MededelingForm(request.POST or None, initial={name: getattr(mededeling, name) for name in FIELDS})
    if stored(request, form, mededeling):
        messages.success(request, _("De mededeling is aangepast."))
        return redirect("werkplek:mededelingen")
    return render(request, "werkplek/mededeling.html", {"form": form, "mededeling": mededeling})


def stored(request: ActorRequest, form: MededelingForm, mededeling: Mededeling | None) -> bool:
    """Store what the form holds; False shows the form again."""
    if not form.is_valid():
        return False
    values = dict(form.cleaned_data)
    values["kanalen"] = [Kanaal(value) for value in values["kanalen"]]
    values["ernst"] = Ernst(values["ernst"])
    with form.showing_domain_errors():
        place_mededeling(**values, mededeling_id=mededeling.pk if mededeling else None, actor=request.actor)
        return True
    return False


@requires("kennisbank.edit")
@require_POST
def withdraw(request: ActorRequest, mededeling_id: UUID) -> HttpResponse:
    """Take a notice away at once."""
    withdraw_mededeling(mededeling_id, actor=request.actor)
    messages.success(request, _("De mededeling is ingetrokken."))
    return redirect("werkplek:mededelingen")
