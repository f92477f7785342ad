"""Reporting something, one question a page: what, where, photo, answer wanted, sent.

The draft is stored at every step under an unguessable token in the address, so that the back button,
a reload or another browser tab never loses anything, and no session can expire.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from stoep.foundation.errors import DomainError
from stoep.meldingen import queries
from stoep.meldingen.commands import (
    add_concept_foto,
    describe_concept,
    locate_concept,
    note_hints,
    remove_concept_foto,
    send_concept,
    set_concept_contact,
    start_concept,
)
from stoep.meldingen.commands.add_concept_foto import MOST_FOTOS
from stoep.meldingen.errors import ConceptAlreadySent, ConceptNotFound
from stoep.meldingen.models import Concept
from stoep.meldingen.rules.plek import Bekend, Opgave, box_near
from stoep.meldingen.rules.vragen import find_unanswered, freeze
from stoep.meldingen.web.client import count_try, for_everybody, reporter
from stoep.meldingen.web.fields import name_of
from stoep.meldingen.web.melden_forms import ContactForm, FotoForm, WaarForm, WatForm
from stoep.meldingen.web.objecten import must_ask, objecten_context
from stoep.meldingen.web.plek import Zoekresultaat, find_plek
from stoep.meldingen.web.sporen import count_network, read_hints
from stoep.meldingen.web.steps import Step, after, draft_of, is_refused, show_step, showing_refusals


@for_everybody
def start(request: HttpRequest) -> HttpResponse:
    """Step 1 for who begins: nothing is stored until there is something."""
    return wat_page(request, None)


@for_everybody
def wat(request: HttpRequest, token: str) -> HttpResponse:
    """Step 1 again: change what is wrong, or choose a category."""
    try:
        concept = draft_of(token)
    except ConceptNotFound:
        if request.method == "POST":
            return wat_page(request, None)  # the day of the draft is over: what was typed begins a new one
        raise
    return wat_page(request, concept)


def wat_page(request: HttpRequest, concept: Concept | None) -> HttpResponse:
    """Ask what is wrong. Clear words need no category; else the next page offers what we think it is."""
    begin = (
        {"tekst": concept.tekst, "categorie": concept.categorie.slug if concept.categorie else ""} if concept else {}
    )
    form = WatForm(request.POST if request.method == "POST" else None, initial=begin)
    if request.method == "POST" and not is_refused(request, form) and form.is_valid():
        with showing_refusals(form):
            tekst, gekozen = form.cleaned_data["tekst"], form.cleaned_data["categorie"]
            duidelijk = None if gekozen else queries.propose_categorieen(tekst).duidelijk
            categorie = gekozen or (duidelijk.slug if duidelijk else "")
            alarm = queries.alarm_for(tekst, categorie)
            if alarm is not None and alarm.soort.slug != form.cleaned_data["gevaar_gezien"]:
                stopped = {**wat_context(request, form), "alarm": alarm, "stop": True}
                return show_step(request, Step.WAT, concept, form, **stopped)
            described = {"tekst": tekst, "categorie": categorie, "voorgesteld": not gekozen, "actor": reporter()}
            concept = describe_concept(concept.token, **described) if concept else start_concept(**described)
            if hints := read_hints(request):
                note_hints(concept.token, hints=hints, actor=reporter())
            if categorie:
                return redirect("meldingen:waar", concept.token)
            if "kies" not in request.GET:
                return redirect(f"{Step.WAT.url(concept.token)}?kies=1")
            form.add_error("categorie", _("Kies een onderwerp. Weet u het niet? Kies dan ‘Iets anders’, onderaan."))
    return show_step(request, Step.WAT, concept, form, **wat_context(request, form))


def wat_context(request: HttpRequest, form: WatForm) -> dict[str, Any]:
    """The categories to choose from: those that the words point at, and all under their headings."""
    tekst = str(form["tekst"].value() or "")
    gekozen = str(form["categorie"].value() or "")
    choosing = "kies" in request.GET or bool(gekozen)
    voorgesteld = queries.propose_categorieen(tekst) if tekst and choosing else None
    proposed = voorgesteld.categorieen if voorgesteld else []
    groepen = queries.list_categorieen()
    if gekozen and gekozen not in {categorie.slug for categorie in proposed}:
        own = [sub for groep in groepen for sub in groep.subcategorieen if sub.slug == gekozen]
        proposed = [*own, *proposed]
    return {
        "groepen": groepen,
        "voorgesteld": proposed,
        "woorden": voorgesteld.woorden if voorgesteld else (),
        "gekozen": gekozen,
        "kies": choosing,
        "alarm": queries.alarm_for(tekst, gekozen),
    }


@for_everybody
@require_POST
def voorstel(request: HttpRequest) -> HttpResponse:
    """The proposed categories for the words so far, as a piece of page. Posted: words never stand in an address."""
    count_try(request, "voorstel")
    form = WatForm(request.POST)
    tekst = form.cleaned_data.get("tekst", "") if form.is_valid() else ""
    gekozen = str(form.cleaned_data.get("categorie", "")) if form.is_valid() else ""
    voorgesteld = queries.propose_categorieen(tekst) if tekst else None
    context = {
        "voorgesteld": voorgesteld.categorieen if voorgesteld else [],
        "woorden": voorgesteld.woorden if voorgesteld else (),
        "gekozen": gekozen,
        "alarm": queries.alarm_for(tekst, gekozen),
    }
    return render(request, "meldingen/melden_voorstel.html", context)


@for_everybody
def waar(request: HttpRequest, token: str) -> HttpResponse:
    """Step 2: where it is, by pin, by address, or by choosing from the matches."""
    concept = draft_of(token)
    begin = {"adres": concept.adres, "lon": concept.lon, "lat": concept.lat}
    form = WaarForm(request.POST if request.method == "POST" else None, initial=begin)
    gevonden = Zoekresultaat()
    if request.method == "POST" and not is_refused(request, form) and form.is_valid():
        with showing_refusals(form):
            bekend = Bekend(adres=concept.adres, lon=concept.lon, lat=concept.lat)
            given = dict(form.cleaned_data)
            nummer = given.pop("object_nummer")
            plek = find_plek(Opgave(**given), bekend, gevonden)
            asking = must_ask(request, concept, nummer, plek.point.lon, plek.point.lat)
            concept = locate_concept(token, point=plek.point, adres=plek.adres, object_nummer=nummer, actor=reporter())
            if asking and objecten_context(concept).get("objecten"):
                return redirect(f"{request.path}#objecten")
            return redirect(after(Step.WAAR, concept))
    form.offer(gevonden.keuzes)
    return show_step(request, Step.WAAR, concept, form, **waar_context(concept), **objecten_context(concept))


def waar_context(concept: Concept) -> dict[str, Any]:
    """What is already known nearby."""
    if not concept.has_plek or concept.categorie is None:
        return {"vlakbij": []}
    return {"vlakbij": queries.list_vlakbij(concept.point, concept.categorie, object_nummer=concept.object_nummer)}


@for_everybody
@require_POST
def vlakbij(request: HttpRequest, token: str) -> HttpResponse:
    """Reports near the pin, as a piece of page."""
    count_try(request, "voorstel")
    concept = draft_of(token)
    form = WaarForm(request.POST)
    found: list[queries.Vlakbij] = []
    if form.is_valid() and concept.categorie is not None and form.cleaned_data["lon"]:
        try:
            plek = find_plek(
                Opgave(adres="-", lon=form.cleaned_data["lon"], lat=form.cleaned_data["lat"]), Bekend(), Zoekresultaat()
            )
        except DomainError:
            found = []
        else:
            nummer = form.cleaned_data["object_nummer"]
            found = queries.list_vlakbij(plek.point, concept.categorie, object_nummer=nummer)
    return render(request, "meldingen/melden_vlakbij.html", {"vlakbij": found, "token": token})


@for_everybody
def foto(request: HttpRequest, token: str) -> HttpResponse:
    """Step 3: up to three photos, or none."""
    concept = draft_of(token)
    if not concept.has_plek:
        return redirect("meldingen:waar", token)
    form = FotoForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and not is_refused(request, form) and form.is_valid():
        if weg := request.POST.get("weg"):
            remove_photo(token, str(weg))
            return redirect("meldingen:foto", token)
        if add_photos(request, token, form):
            return redirect("meldingen:foto" if "meer" in request.POST else "meldingen:versturen", token)
    fotos = queries.concept_fotos(concept)
    near = waar_context(concept)
    return show_step(request, Step.FOTO, concept, form, fotos=fotos, vol=len(fotos) >= MOST_FOTOS, **near)


def add_photos(request: HttpRequest, token: str, form: FotoForm) -> bool:
    """Add each photo that was chosen; one that is refused does not harm the others."""
    for file in form.cleaned_data["foto"]:
        try:
            count_try(request, "foto")
            add_concept_foto(token, data=file, actor=reporter())
        except DomainError as error:
            if isinstance(error, ConceptAlreadySent | ConceptNotFound):
                raise
            form.add_error("foto", f"{name_of(file)}: {error}")
    return not form.errors


def remove_photo(token: str, foto_id: str) -> None:
    """Take a photo away; an id that is none takes nothing away."""
    try:
        remove_concept_foto(token, foto_id=UUID(foto_id), actor=reporter())
    except ValueError:
        return


@for_everybody
def versturen(request: HttpRequest, token: str) -> HttpResponse:
    """Step 4: an answer wanted? Check everything, and send."""
    concept = draft_of(token)
    if concept.categorie is None:
        return redirect(f"{Step.WAT.url(token)}?kies=1")
    if not concept.has_plek:
        return redirect("meldingen:waar", token)
    if find_unanswered(queries.vragen_of(concept.categorie), concept.antwoorden):
        return redirect(Step.VRAGEN.url(token))
    begin = {"email": concept.email, "naam": concept.naam, "telefoon": concept.telefoon}
    form = ContactForm(request.POST if request.method == "POST" else None, initial=begin)
    if request.method == "POST" and not is_refused(request, form):
        step = next((step for step in Step if step.value == request.POST.get("naar")), None)
        if form.is_valid():
            with showing_refusals(form):
                set_concept_contact(token, **form.cleaned_data, actor=reporter())
                if step is None:
                    count_try(request, "versturen")
                    send_concept(token, hints=read_hints(request), netwerk=count_network(request), actor=reporter())
                    return redirect("meldingen:ontvangen", token)
        if step is not None and not form.non_field_errors():
            return redirect(step.url(token))
    antwoorden = freeze(queries.vragen_of(concept.categorie), concept.antwoorden)
    fotos = queries.concept_fotos(concept)
    return show_step(request, Step.VERSTUREN, concept, form, fotos=fotos, antwoorden=antwoorden)


@for_everybody
@require_GET
def ontvangen(request: HttpRequest, token: str) -> HttpResponse:
    """The receipt: shown only after the report is stored for good."""
    melding = queries.get_sent(token)
    context = {
        "melding": melding,
        "status_url": queries.status_path(melding),
        "kaart_url": f"/buurt/?vak={box_near(melding.lon, melding.lat)}",
    }
    return render(request, "meldingen/melden_ontvangen.html", context)
