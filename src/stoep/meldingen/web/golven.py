"""Waves of reports: seeing them whole, handling all with one act, widening, closing, taking one out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from stoep.foundation.errors import DomainError
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.pages import page_of
from stoep.foundation.web.permissions import requires
from stoep.gebieden.queries import list_gebieden
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.huisstijl.widgets import DayInput
from stoep.meldingen import queries
from stoep.meldingen.commands import change_golf, close_golf, handle_golf, take_out_of_golf
from stoep.meldingen.commands.handle_golf import ACTS
from stoep.meldingen.models import Golf, Handeling, Melding
from stoep.meldingen.queries.golven import get_golf, handelingen_of, list_golven, meldingen_of, points_of
from stoep.meldingen.rules.berichtteksten import Berichttekst
from stoep.meldingen.web.acts import as_sent
from stoep.meldingen.web.fields import TekstField
from stoep.toegang.web.actors import ActorRequest

PLACE = "/werkplek/zaken/"
WORDS = {
    Handeling.IN_BEHANDELING: gettext_lazy("u neemt ze in behandeling"),
    Handeling.INGEPLAND: gettext_lazy("u plant ze in"),
    Handeling.OPGELOST: gettext_lazy("u handelt ze af als opgelost"),
    Handeling.NIET_GEVONDEN: gettext_lazy("u handelt ze af als niet gevonden"),
}


class GolfhandelForm(StoepForm):
    """One act for all reports of a wave."""

    handeling = forms.ChoiceField(
        label=gettext_lazy("Wat doet u met alle open meldingen?"),
        choices=[(act.value, act.label) for act in ACTS],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat u met de meldingen doet.")},
    )
    dag = forms.DateField(
        label=gettext_lazy("Dag"),
        help_text=gettext_lazy("Alleen als u de meldingen inplant."),
        required=False,
        widget=DayInput,
        error_messages={"invalid": gettext_lazy("Dit is geen dag. Schrijf die als 03-12-2026.")},
    )
    onderwerp = forms.CharField(
        label=gettext_lazy("Onderwerp van het bericht"),
        max_length=160,
        required=False,
        initial=gettext_lazy("Over uw melding {{ nummer }}"),
        error_messages={"max_length": gettext_lazy("Dit onderwerp is te lang. Gebruik hoogstens 160 tekens.")},
    )
    tekst = TekstField(
        label=gettext_lazy("Bericht aan alle melders"),
        help_text=gettext_lazy("Laat leeg als zij geen bericht hoeven. Bij afhandelen is een tekst nodig."),
        rows=6,
        required=False,
    )


class GolfForm(StoepForm):
    """What a wave is called, what new reporters hear, and what it covers."""

    naam = forms.CharField(
        label=gettext_lazy("Naam"),
        help_text=gettext_lazy("Melders lezen deze naam. Bijvoorbeeld: Storm Floor."),
        max_length=120,
        error_messages={
            "required": gettext_lazy("Geef de golf een naam, bijvoorbeeld: Storm Floor."),
            "max_length": gettext_lazy("Deze naam is te lang. Gebruik hoogstens 120 tekens."),
        },
    )
    ontvangsttekst = TekstField(
        label=gettext_lazy("Bericht aan nieuwe melders"),
        help_text=gettext_lazy(
            "Leeg: de standaardtekst ‘Ontvangen in een golf’. U kunt {{ golf }} en {{ aantal }} gebruiken."
        ),
        rows=8,
        required=False,
    )
    gebieden = forms.MultipleChoiceField(
        label=gettext_lazy("Neem ook deze wijken mee"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("Kies wijken uit de lijst.")},
    )
    categorieen = forms.MultipleChoiceField(
        label=gettext_lazy("Neem ook deze onderwerpen mee"),
        help_text=gettext_lazy("Houd Ctrl ingedrukt om er meer te kiezen."),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
        error_messages={"invalid_choice": gettext_lazy("Kies onderwerpen uit de lijst.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = [(str(one.pk), one.naam) for one in list_gebieden() if one.soort != "gemeente"]
        self.fields["gebieden"].choices = areas  # type: ignore[attr-defined]
        self.fields["categorieen"].choices = [  # type: ignore[attr-defined]
            (groep.hoofd.naam, [(str(sub.pk), sub.naam) for sub in groep.subcategorieen])
            for groep in queries.list_categorieen()
        ]


@requires("meldingen.read")
def overview(request: ActorRequest) -> HttpResponse:
    """All waves."""
    request.desk_path = PLACE  # type: ignore[attr-defined]
    return render(request, "meldingen/golven.html", {"page": page_of(request, list_golven(request.actor))})


@requires("meldingen.read")
def show(request: ActorRequest, golf_id: UUID) -> HttpResponse:
    """A wave with its reports, as a list and on the map."""
    request.desk_path = PLACE  # type: ignore[attr-defined]
    golf = get_golf(golf_id, request.actor)
    reports = meldingen_of(golf, request.actor)
    context = {
        "golf": golf,
        "page": page_of(request, reports),
        "punten": points_of(golf, request.actor),
        "bereiken": golf.bereiken.select_related("categorie", "gebied").order_by("categorie__naam", "gebied__naam"),
        "handelingen": handelingen_of(golf),
        "ontvangst": receipt_of(golf, reports.first()),
        "mag": request.actor.may("zaken.set_status"),
    }
    return render(request, "meldingen/golf.html", context)


def receipt_of(golf: Golf, example: Melding | None) -> Berichttekst | None:
    """What somebody who reports now would hear."""
    if example is None:
        return None
    return queries.preview_message(example, handeling=Handeling.GOLF, tekst=golf.ontvangsttekst)


@keeping_what_was_typed
@requires("zaken.set_status")
def handle(request: ActorRequest, golf_id: UUID) -> HttpResponse:
    """One act for all: first shown, then done."""
    request.desk_path = PLACE  # type: ignore[attr-defined]
    golf = get_golf(golf_id, request.actor)
    form = GolfhandelForm(request.POST or None)
    shown: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        if request.POST.get("stap") == "doen":
            with form.showing_domain_errors():
                handle_golf(golf.pk, **form.cleaned_data, actor=request.actor)
                messages.success(request, _("Stoep behandelt de meldingen nu. Op deze pagina ziet u hoe ver het is."))
                return redirect("meldingen:golf", golf.pk)
        shown = preview_of(request, golf, form)
    context = {"golf": golf, "form": form, "titel": _("Behandel alles in één keer"), "preview": True, **shown}
    return render(request, "meldingen/golf_handelen.html", {"knop": _("Doe dit voor alle meldingen"), **context})


def preview_of(request: ActorRequest, golf: Golf, form: GolfhandelForm) -> dict[str, Any]:
    """What will happen, with the message as the first reporter will get it."""
    data = form.cleaned_data
    reports = meldingen_of(golf, request.actor).open().exclude(email="")
    example, handeling = reports.first(), Handeling(data["handeling"])
    words = {"tekst": data["tekst"], "onderwerp": data["onderwerp"], "dag": data["dag"]}
    voorbeeld = None
    if example is not None and data["tekst"]:
        voorbeeld = as_sent(queries.preview_message(example, handeling=handeling, **words))
    count = reports.order_by().count()
    return {"klaar": True, "wat": WORDS[handeling], "voorbeeld": voorbeeld, "melders": count, "eerste": example}


@keeping_what_was_typed
@requires("zaken.set_status")
def change(request: ActorRequest, golf_id: UUID) -> HttpResponse:
    """Name, receipt and what it covers."""
    request.desk_path = PLACE  # type: ignore[attr-defined]
    golf = get_golf(golf_id, request.actor)
    form = GolfForm(request.POST or None, initial={"naam": golf.naam, "ontvangsttekst": golf.ontvangsttekst})
    if not golf.is_open:
        del form.fields["gebieden"], form.fields["categorieen"]
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            came = change_golf(golf.pk, **form.cleaned_data, actor=request.actor)
            messages.success(request, _("De golf is bijgewerkt. Er kwamen {n} meldingen bij.").format(n=came))
            return redirect("meldingen:golf", golf.pk)
    context = {"golf": golf, "form": form, "titel": _("Naam, bericht en gebied"), "knop": _("Bewaar")}
    return render(request, "meldingen/golf_handelen.html", context)


@requires("zaken.set_status")
@require_POST
def close(request: ActorRequest, golf_id: UUID) -> HttpResponse:
    """Nothing joins any more."""
    with telling(request):
        close_golf(golf_id, actor=request.actor)
        messages.success(request, _("De golf is gesloten. Nieuwe meldingen komen er niet meer bij."))
    return redirect("meldingen:golf", golf_id)


@requires("zaken.set_status")
@require_POST
def take_out(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """This one is something else."""
    row = queries.get_melding(melding_id, request.actor)
    with telling(request):
        take_out_of_golf(row.pk, actor=request.actor)
        messages.success(request, _("Melding {nummer} staat weer op zichzelf.").format(nummer=row.meldernummer))
    return redirect("meldingen:golf", row.golf_id) if row.golf_id else redirect("meldingen:golven")


@contextmanager
def telling(request: ActorRequest) -> Iterator[None]:
    """Say a refusal above the next page."""
    try:
        yield
    except DomainError as error:
        messages.error(request, str(error))
