"""All standard texts in one place: for each state and category what a message begins with."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from stoep.foundation import clock
from stoep.foundation.kalender import add_werkdagen
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.meldingen import queries
from stoep.meldingen.commands import put_standaardtekst, remove_standaardtekst
from stoep.meldingen.models import Categorie, Handeling, Melding, Standaardtekst
from stoep.meldingen.queries import list_categorieen
from stoep.meldingen.rules.berichtteksten import PLACES, WHOLE
from stoep.meldingen.web.acts import as_sent
from stoep.meldingen.web.fields import TekstField
from stoep.meldingen.web.tekstcheck import check_text
from stoep.toegang.web.actors import ActorRequest


class TekstForm(StoepForm):
    """A standard text."""

    handeling = forms.ChoiceField(label=gettext_lazy("Bij welke status of handeling?"), choices=Handeling.choices)
    categorie = forms.ChoiceField(label=gettext_lazy("Voor welk onderwerp?"), required=False)
    titel = forms.CharField(
        label=gettext_lazy("Naam in de keuzelijst"),
        max_length=80,
        error_messages={
            "required": gettext_lazy("Geef de tekst een naam."),
            "max_length": gettext_lazy("Deze naam is te lang. Gebruik hoogstens 80 tekens."),
        },
    )
    onderwerp = forms.CharField(
        label=gettext_lazy("Onderwerp van het bericht"),
        max_length=160,
        error_messages={
            "required": gettext_lazy("Vul een onderwerp in."),
            "max_length": gettext_lazy("Dit onderwerp is te lang. Gebruik hoogstens 160 tekens."),
        },
    )
    tekst = TekstField(label=gettext_lazy("Tekst"), rows=9)
    volgorde = forms.IntegerField(
        label=gettext_lazy("Plaats in de keuzelijst"), min_value=0, max_value=999, initial=100
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["categorie"].choices = [  # type: ignore[attr-defined]
            ("", _("Alle onderwerpen")),
            *(
                (groep.hoofd.naam, [(sub.slug, sub.naam) for sub in groep.subcategorieen])
                for groep in list_categorieen()
            ),
        ]


@requires("meldingen.manage")
def overview(request: ActorRequest) -> HttpResponse:
    """All texts, by act; of one category when asked."""
    slug = str(request.GET.get("onderwerp", ""))[:60]
    rows = Standaardtekst.objects.select_related("categorie").order_by(
        F("categorie__naam").asc(nulls_first=True), "volgorde", "titel"
    )
    if slug == "-":
        rows = rows.filter(categorie__isnull=True)
    elif slug:
        rows = rows.filter(categorie__slug=slug)
    by_act: dict[str, list[Standaardtekst]] = {}
    for row in rows:
        by_act.setdefault(row.handeling, []).append(row)
    groepen = [
        {"code": code, "label": label, "teksten": by_act.get(code, [])}
        for code, label in Handeling.choices
        if by_act.get(code) or not slug
    ]
    context = {
        "groepen": groepen,
        "gekozen": slug,
        "categorieen": list_categorieen(),
        "aantal": sum(map(len, by_act.values())),
    }
    return render(request, "meldingen/beheer/teksten.html", context)


@keeping_what_was_typed
@requires("meldingen.manage")
def add(request: ActorRequest) -> HttpResponse:
    """Make a text."""
    begin = {name: str(request.GET.get(name, ""))[:60] for name in ("handeling", "categorie")}
    return edit(request, TekstForm(request.POST or None, initial=begin), None)


@keeping_what_was_typed
@requires("meldingen.manage")
def change(request: ActorRequest, tekst_id: UUID) -> HttpResponse:
    """Change a text."""
    row = Standaardtekst.objects.select_related("categorie").one(tekst_id)
    begin = {name: getattr(row, name) for name in ("handeling", "titel", "onderwerp", "tekst", "volgorde")}
    begin["categorie"] = row.categorie.slug if row.categorie else ""
    return edit(request, TekstForm(request.POST or None, initial=begin), row)


@requires("meldingen.manage")
@require_POST
def remove(request: ActorRequest, tekst_id: UUID) -> HttpResponse:
    """Remove a text."""
    remove_standaardtekst(tekst_id, actor=request.actor)
    messages.success(request, _("De tekst is weggehaald."))
    return redirect("meldingen:teksten")


def edit(request: ActorRequest, form: TekstForm, row: Standaardtekst | None) -> HttpResponse:
    """Show the form with its places, its advice and an example; store it on the second button."""
    if request.method == "POST" and form.is_valid() and request.POST.get("stap") != "voorbeeld":
        with form.showing_domain_errors():
            put_standaardtekst(**form.cleaned_data, tekst_id=row.pk if row else None, actor=request.actor)
            messages.success(request, _("De tekst is bewaard."))
            return redirect("meldingen:teksten")
    words = form.cleaned_data if form.is_bound and form.is_valid() else form.initial
    tekst = str(words.get("tekst", ""))
    context = {
        "form": form,
        "tekst": row,
        "plaatshouders": [("{{ " + name + " }}", what) for name, what in PLACES.items()],
        "check": check_text(tekst) if tekst else None,
        "voorbeeld": example(
            str(words.get("handeling", "")), str(words.get("onderwerp", "")), tekst, str(words.get("categorie", ""))
        ),
        "is_heel": str(words.get("handeling", "")) in WHOLE,
    }
    return render(request, "meldingen/beheer/tekst.html", context)


def example(handeling: str, onderwerp: str, tekst: str, slug: str) -> object | None:
    """The message as a reporter would get it, of a report that does not exist; None while there is nothing to show."""
    soorten = Categorie.objects.to_choose()
    soort = soorten.filter(slug=slug).first() or soorten.first()
    if soort is None or not tekst or handeling not in Handeling.values:
        return None
    melding = Melding(
        categorie=soort,
        meldernummer="M-7K3Q9D",
        naam="Youssef Amrani",
        adres="Voorbeeldstraat 1",
        gemeld_op=clock.now(),
        verwacht_op=add_werkdagen(clock.today(), soort.servicenorm_werkdagen),
    )
    return as_sent(queries.preview_message(melding, handeling=handeling, tekst=tekst, onderwerp=onderwerp))
