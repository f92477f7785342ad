"""Entering a report for somebody at the phone or the desk: one page, quick, by keyboard."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from stoep.foundation import clock
from stoep.foundation.web.forms import visible
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.kennisbank import queries as kennisbank
from stoep.kennisbank.models import Kanaal as Mededelingkanaal
from stoep.meldingen import queries
from stoep.meldingen.commands import register_melding
from stoep.meldingen.errors import TekstMissing
from stoep.meldingen.models import Kanaal, Melding
from stoep.meldingen.rules.gevaar import Alarm
from stoep.meldingen.rules.plek import Bekend, Opgave
from stoep.meldingen.rules.tekst import LONGEST_TEKST
from stoep.meldingen.web.fields import EmailField, NaamField, TekstField, TelefoonField
from stoep.meldingen.web.kept_fotos import FotosForm, keep_fotos, read_fotos
from stoep.meldingen.web.plek import Zoekresultaat, find_plek
from stoep.meldingen.web.vragen import SHOWN, VragenForm, live_form
from stoep.toegang.web.actors import ActorRequest

REMEMBERED = "meldingen_kanaal"


class InvoerForm(FotosForm):
    """Everything on one page, in the order of a conversation."""

    field_order = ("kanaal", "tekst", "categorie", "adres")

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


@dataclass(frozen=True, slots=True)
class Vervolg:
    """What has to be said or asked before a report is made: danger, and the questions of its category."""

    alarm: Alarm | None = None
    vragen: VragenForm | None = None
    categorie: str = ""
    naam: str = ""

    @property
    def is_answered(self) -> bool:
        """True when its questions were all seen and answered well."""
        return self.vragen is None or self.vragen.is_answered()


@keeping_what_was_typed
@requires("meldingen.register")
def invoeren(request: ActorRequest) -> HttpResponse:
    """Enter a report. The channel of the last one is remembered: who sits at the phone stays at the phone."""
    begin = {"kanaal": request.session.get(REMEMBERED, Kanaal.TELEFOON), "sleutel": secrets.token_urlsafe(18)}
    form = InvoerForm(request.POST or None, request.FILES or None, initial=begin)
    gevonden = Zoekresultaat()
    if request.method == "POST":
        keep_fotos(request, form)
        if request.POST.get("stap") == "vragen":
            form = shown_again(request, form)
        elif form.is_valid():
            with form.showing_domain_errors():
                melding = enter(request, form, gevonden)
                if melding is not None:
                    return done(request, melding)
    form.offer(gevonden.keuzes)
    mededelingen = kennisbank.current_mededelingen(Mededelingkanaal.WERKPLEK, clock.now())
    context = {"form": form, "mededelingen": mededelingen, "nog_vragen": request.method == "POST"}
    return render(request, "meldingen/invoeren.html", {**context, **part_of(form.vervolg)})


def done(request: ActorRequest, melding: Melding) -> HttpResponse:
    """Say the number, and begin the next one."""
    request.session[REMEMBERED] = melding.kanaal
    told = _("Melding {nummer} is ingevoerd: {categorie}. Noem het nummer aan de melder.")
    messages.success(request, told.format(nummer=melding.meldernummer, categorie=melding.categorie.naam))
    return redirect("meldingen:invoeren")


def shown_again(request: ActorRequest, form: InvoerForm) -> InvoerForm:
    """The page as it was, with the questions that belong to it: without complaints, since somebody is still busy."""
    again = InvoerForm(initial={name: value for name, value in request.POST.items() if name in form.fields})
    again.bewaard = form.bewaard
    again.vervolg = look_further(request)
    return again


@requires("meldingen.register")
@require_POST
def live(request: ActorRequest) -> HttpResponse:
    """What belongs to the words, the category and the answers so far, as a piece of page. Nothing is kept."""
    return render(request, "meldingen/invoeren_vervolg.html", part_of(look_further(request)))


def look_further(request: ActorRequest) -> Vervolg:
    """Danger, category and questions of a page on which somebody is still busy."""
    tekst = visible(str(request.POST.get("tekst", "")))[:LONGEST_TEKST]
    slug = str(request.POST.get("categorie", ""))
    if not slug and tekst:
        duidelijk = queries.propose_categorieen(tekst).duidelijk
        slug = duidelijk.slug if duidelijk else ""
    soort = queries.known_categorie(slug) if slug else None
    if soort is None:
        return Vervolg(alarm=queries.alarm_for(tekst, ""))
    vragen = live_form(request, queries.vragen_of(soort))
    naam = "" if request.POST.get("categorie") else soort.naam
    return Vervolg(queries.alarm_for(tekst, slug), vragen if vragen.gevraagd else None, slug, naam)


def part_of(vervolg: Vervolg) -> dict[str, Any]:
    """What the pieces of page about danger, category and questions are drawn from."""
    return {"vervolg": vervolg, "alarm": vervolg.alarm, "vragen": vervolg.vragen}


def enter(request: ActorRequest, form: InvoerForm, gevonden: Zoekresultaat) -> Melding | None:
    """Make the report of the form; None when something of it has to be chosen or mended first."""
    data = form.cleaned_data
    categorie = data["categorie"] or choose_categorie(data["tekst"], form)
    opgave = Opgave(adres=data["adres"], lon=data["lon"], lat=data["lat"], keuze=data["keuze"])
    plek = find_plek(opgave, Bekend(), gevonden)
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
        fotos=read_fotos(form),
        antwoorden=form.vervolg.vragen.typed() if form.vervolg.vragen else {},
        sleutel=f"invoer:{data['sleutel']}" if data["sleutel"] else "",
        actor=request.actor,
    )


def is_ready(request: ActorRequest, form: InvoerForm, slug: str) -> bool:
    """Danger goes first, and the category may want to know more; both are shown once, with all that was typed."""
    soort = queries.known_categorie(slug)
    if soort is None:
        return True
    vragen = queries.vragen_of(soort)
    is_same = form.cleaned_data["vragen_van"] == slug
    shown = request.POST.getlist(SHOWN) if is_same else []
    answers = VragenForm(vragen, request.POST, shown=shown, only_shown=not is_same)
    form.vervolg = Vervolg(queries.alarm_for(form.cleaned_data["tekst"], slug), answers if vragen else None, slug)
    alarm = form.vervolg.alarm
    is_told = alarm is None or alarm.soort.slug == form.cleaned_data["gevaar_gezien"]
    return is_told and form.vervolg.is_answered


def choose_categorie(tekst: str, form: InvoerForm) -> str:
    """The category that the words clearly mean; else say that it has to be chosen."""
    if not tekst:
        raise TekstMissing
    duidelijk = queries.propose_categorieen(tekst).duidelijk
    if duidelijk is None:
        form.add_error("categorie", _("De tekst is niet duidelijk genoeg. Kies een onderwerp."))
        return ""
    return duidelijk.slug
