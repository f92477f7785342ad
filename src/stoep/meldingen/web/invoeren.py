"""Entering a report for somebody at the phone or the desk: one page, quick, by keyboard."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stoep.foundation import clock
from stoep.foundation.errors import DomainError
from stoep.foundation.photos import prepare_photo
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.kennisbank import queries as kennisbank
from stoep.kennisbank.models import Kanaal as Mededelingkanaal
from stoep.meldingen import queries
from stoep.meldingen.commands import register_melding
from stoep.meldingen.commands.add_concept_foto import MOST_FOTOS
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.errors import TekstMissing, TooManyFotos
from stoep.meldingen.models import Kanaal, Melding
from stoep.meldingen.rules.gevaar import Alarm
from stoep.meldingen.rules.plek import Bekend, Opgave
from stoep.meldingen.web.fields import EmailField, FotosField, NaamField, TekstField, TelefoonField, name_of
from stoep.meldingen.web.plek import Zoekresultaat, find_plek
from stoep.meldingen.web.resuming import keeping_what_was_typed
from stoep.meldingen.web.vragen import VragenForm
from stoep.toegang.web.actors import ActorRequest

REMEMBERED = "meldingen_kanaal"


class InvoerForm(StoepForm):
    """Everything on one page, in the order of a conversation."""

    kanaal = forms.ChoiceField(
        label=gettext_lazy("Kanaal"),
        choices=[choice for choice in Kanaal.choices if choice[0] != Kanaal.SITE],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe de melding binnenkwam.")},
    )
    tekst = TekstField(label=gettext_lazy("Wat is er aan de hand?"), required=False, rows=4)
    categorie = forms.ChoiceField(
        label=gettext_lazy("Onderwerp"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Kies een onderwerp uit de lijst.")},
    )
    adres = forms.CharField(
        label=gettext_lazy("Adres of plek"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"max_length": gettext_lazy("Dit adres is te lang. Gebruik hoogstens 200 tekens.")},
    )
    lon = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    lat = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    keuze = forms.CharField(
        required=False, max_length=300, label=gettext_lazy("Welke plek is het?"), widget=forms.RadioSelect
    )
    naam = NaamField(label=gettext_lazy("Naam van de melder"))
    telefoon = TelefoonField(label=gettext_lazy("Telefoonnummer"))
    email = EmailField(label=gettext_lazy("E-mailadres"), help_text=gettext_lazy("Alleen als de melder bericht wil."))
    foto = FotosField(label=gettext_lazy("Foto's"), help_text=gettext_lazy("Hoogstens 3."), required=False)
    sleutel = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    gevaar_gezien = forms.SlugField(required=False, max_length=40, widget=forms.HiddenInput)
    vragen_van = forms.SlugField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vervolg = Vervolg()
        empty: list[tuple[str, Any]] = [("", _("Voorstel uit de tekst"))]
        grouped = [
            (groep.hoofd.naam, [(sub.slug, sub.naam) for sub in groep.subcategorieen])
            for groep in queries.list_categorieen()
        ]
        categorie = self.fields["categorie"]
        if isinstance(categorie, forms.ChoiceField):
            categorie.choices = empty + grouped

    def offer(self, keuzes: list[tuple[str, str]]) -> None:
        """Offer the matches of the address search."""
        self.fields["keuze"].widget.choices = keuzes

    @property
    def has_keuzes(self) -> bool:
        """True when there is something to choose from."""
        return bool(self.fields["keuze"].widget.choices)


@dataclass
class Vervolg:
    """What has to be said or asked before a report is made: danger, and the questions of its category."""

    alarm: Alarm | None = None
    vragen: VragenForm | None = None
    categorie: str = ""


@keeping_what_was_typed
@requires("meldingen.register")
def invoeren(request: ActorRequest) -> HttpResponse:
    """Enter a report. The channel of the last one is remembered: who sits at the phone stays at the phone."""
    begin = {"kanaal": request.session.get(REMEMBERED, Kanaal.TELEFOON), "sleutel": secrets.token_urlsafe(18)}
    form = InvoerForm(request.POST or None, request.FILES or None, initial=begin)
    gevonden = Zoekresultaat()
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            melding = enter(request, form, gevonden)
            if melding is not None:
                request.session[REMEMBERED] = form.cleaned_data["kanaal"]
                messages.success(
                    request,
                    _("Melding {nummer} is ingevoerd: {categorie}. Noem het nummer aan de melder.").format(
                        nummer=melding.meldernummer, categorie=melding.categorie.naam
                    ),
                )
                return redirect("meldingen:invoeren")
    form.offer(gevonden.keuzes)
    context = {
        "form": form,
        "vervolg": form.vervolg,
        "alarm": form.vervolg.alarm,
        "mededelingen": kennisbank.current_mededelingen(Mededelingkanaal.WERKPLEK, clock.now()),
        "voorgesteld": queries.propose_categorieen(str(form["tekst"].value() or "")).categorieen,
    }
    return render(request, "meldingen/invoeren.html", context)


def enter(request: ActorRequest, form: InvoerForm, gevonden: Zoekresultaat) -> Melding | None:
    """Make the report of the form; None when something of it has to be chosen or mended first."""
    data = form.cleaned_data
    categorie = data["categorie"] or choose_categorie(data["tekst"], form)
    opgave = Opgave(adres=data["adres"], lon=data["lon"], lat=data["lat"], keuze=data["keuze"])
    plek = find_plek(opgave, Bekend(), gevonden)
    fotos = read_fotos(form)
    if form.errors or not categorie or not is_ready(request, form, categorie):
        return None
    return register_melding(
        categorie=categorie,
        tekst=data["tekst"],
        point=plek.point,
        adres=plek.adres,
        kanaal=data["kanaal"],
        naam=data["naam"],
        email=data["email"],
        telefoon=data["telefoon"],
        fotos=fotos,
        antwoorden=form.vervolg.vragen.typed() if form.vervolg.vragen else {},
        sleutel=f"invoer:{data['sleutel']}" if data["sleutel"] else "",
        actor=request.actor,
    )


def is_ready(request: ActorRequest, form: InvoerForm, slug: str) -> bool:
    """Danger goes first, and the category may want to know more; both are shown once, with all that was typed."""
    soort = queries.known_categorie(slug)
    if soort is None:
        return True
    vragen = [replace(one, verplicht=False) if one.voorwaarde else one for one in queries.vragen_of(soort)]
    asked = form.cleaned_data["vragen_van"] == slug
    answers = VragenForm(vragen, request.POST if asked else None)
    form.vervolg = Vervolg(queries.alarm_for(form.cleaned_data["tekst"], slug), answers if vragen else None, slug)
    is_told = form.vervolg.alarm is None or form.vervolg.alarm.soort.slug == form.cleaned_data["gevaar_gezien"]
    return is_told and (not vragen or (asked and answers.is_valid()))


def choose_categorie(tekst: str, form: InvoerForm) -> str:
    """The category that the words clearly mean; else say that it has to be chosen."""
    if not tekst:
        raise TekstMissing
    duidelijk = queries.propose_categorieen(tekst).duidelijk
    if duidelijk is None:
        form.add_error("categorie", _("De tekst is niet duidelijk genoeg. Kies een onderwerp."))
        return ""
    return duidelijk.slug


def read_fotos(form: InvoerForm) -> list[Foto]:
    """The photos, checked; a refused one is said at the field."""
    if len(form.cleaned_data["foto"]) > MOST_FOTOS:
        raise TooManyFotos(limiet=MOST_FOTOS)
    fotos = []
    for file in form.cleaned_data["foto"]:
        try:
            fotos.append(Foto(prepare_photo(file).data))
        except DomainError as error:
            form.add_error("foto", f"{name_of(file)}: {error}")
    return fotos
