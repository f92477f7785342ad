"""Merging reports that say the same, and splitting them again: with the message shown before it goes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.meldingen import queries
from stoep.meldingen.commands import merge_melding, split_melding
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.queries.kandidaten import find_by_nummer, find_kandidaten
from stoep.meldingen.queries.samen import count_hearers
from stoep.meldingen.web.act_forms import BerichtForm
from stoep.meldingen.web.acts import as_sent, page_of
from stoep.meldingen.web.gezien import look_back, seen_version
from stoep.toegang.web.actors import ActorRequest


class SamenvoegForm(BerichtForm):
    """Which report becomes the hoofdmelding, why, and what everybody hears."""

    handelingen = (Handeling.SAMENGEVOEGD,)

    hoofd = forms.CharField(required=False, max_length=60, label=gettext_lazy("Welke melding?"))
    nummer = forms.CharField(
        required=False,
        max_length=40,
        label=gettext_lazy("Of vul een meldingsnummer in"),
        help_text=gettext_lazy("Bijvoorbeeld M-7K3Q9D."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    andersom = forms.BooleanField(
        required=False,
        label=gettext_lazy("Andersom: de gekozen melding wordt een deel van deze melding"),
    )
    reden = forms.CharField(
        required=False,
        max_length=200,
        label=gettext_lazy("Waarom horen ze bij elkaar?"),
        help_text=gettext_lazy("Staat in de geschiedenis van allebei."),
        error_messages={"max_length": gettext_lazy("Deze reden is te lang. Gebruik hoogstens 200 tekens.")},
    )

    def __init__(self, *args: Any, melding: Melding, **kwargs: Any) -> None:
        super().__init__(*args, melding=melding, **kwargs)
        self.fields["tekst"].required = False
        self.fields["tekst"].label = _("Bericht aan alle melders en volgers")
        self.fields["tekst"].help_text = _("Laat leeg als zij geen bericht hoeven.")


class LosmaakForm(BerichtForm):
    """Why a part becomes independent, and what its reporter hears."""

    handelingen = (Handeling.LOSGEMAAKT,)

    reden = forms.CharField(
        max_length=200,
        label=gettext_lazy("Waarom hoort deze melding er niet bij?"),
        help_text=gettext_lazy("Staat in de geschiedenis van allebei."),
        error_messages={
            "required": gettext_lazy("Schrijf waarom u dit doet."),
            "max_length": gettext_lazy("Deze reden is te lang. Gebruik hoogstens 200 tekens."),
        },
    )

    def __init__(self, *args: Any, melding: Melding, **kwargs: Any) -> None:
        super().__init__(*args, melding=melding, **kwargs)
        self.fields["tekst"].required = False
        self.fields["tekst"].help_text = _("Laat leeg als de melder geen bericht hoeft.")


@keeping_what_was_typed
@requires("zaken.set_status")
def merge(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Choose the report to which this one belongs; first shown what will happen, then done."""
    row = queries.get_melding(melding_id, request.actor)
    posted = request.POST if request.method == "POST" else None
    form = SamenvoegForm(posted, melding=row, initial={"hoofd": str(request.GET.get("met", ""))})
    if posted is None:
        form.begin_with("")
    chosen = chosen_of(request, form) if posted is not None and form.is_valid() else None
    if chosen is not None and request.POST.get("stap") == "versturen":
        with form.showing_domain_errors():
            head = do_merge(request, row, chosen, form)
            messages.success(request, _("De meldingen zijn samen. Hoofdmelding is {nummer}.").format(nummer=head))
            return redirect(page_of(row))
    context = {
        "kandidaten": find_kandidaten(row, request.actor),
        "gekozen": str(form["hoofd"].value() or ""),
        "form": form,
        **(plan_of(row, chosen, form) if chosen is not None else {}),
    }
    return show(request, "samenvoegen", row, _("Voeg samen met een andere melding"), **context)


def chosen_of(request: ActorRequest, form: SamenvoegForm) -> Melding | None:
    """The report that was chosen from the list, or by its number; says so when there is none."""
    nummer = form.cleaned_data["nummer"].strip()
    if nummer:
        found = find_by_nummer(nummer, request.actor)
        if found is None:
            form.add_error("nummer", _("Wij vinden geen melding met dit nummer. Kijk of het klopt."))
        return found
    try:
        return queries.get_melding(UUID(form.cleaned_data["hoofd"]), request.actor)
    except ValueError:
        form.add_error(None, _("Kies een melding uit de lijst, of vul een meldingsnummer in."))
        return None


def do_merge(request: ActorRequest, row: Melding, chosen: Melding, form: SamenvoegForm) -> str:
    """Merge in the chosen direction; answers the number of the hoofdmelding."""
    data = form.cleaned_data
    deel, hoofd = (chosen, row) if data["andersom"] else (row, chosen)
    head = merge_melding(
        deel.pk,
        hoofd_id=hoofd.pk,
        reden=data["reden"],
        tekst=data["tekst"],
        onderwerp=data["onderwerp"],
        **{"hoofd_versie" if data["andersom"] else "versie": seen_version(request)},
        actor=request.actor,
    )
    return head.meldernummer


def plan_of(row: Melding, chosen: Melding, form: SamenvoegForm) -> dict[str, Any]:
    """What will happen, for the page to show before it is done."""
    deel, hoofd = (chosen, row) if form.cleaned_data["andersom"] else (row, chosen)
    head = queries.hoofdmelding(hoofd) or hoofd
    deelnemers, met = count_hearers(deel), count_hearers(head)
    tekst = form.cleaned_data["tekst"]
    voorbeeld = None
    if tekst:
        voorbeeld = as_sent(
            queries.preview_message(
                deel, handeling=Handeling.SAMENGEVOEGD, tekst=tekst, onderwerp=form.cleaned_data["onderwerp"]
            )
        )
    return {
        "deel": deel,
        "hoofd": head,
        "gekozen_melding": chosen,
        "mee": deelnemers.deelmeldingen,
        "hoorders": deelnemers.totaal + met.totaal + bool(deel.email) + bool(head.email),
        "voorbeeld": voorbeeld,
        "klaar": True,
    }


@keeping_what_was_typed
@requires("zaken.set_status")
def split(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Make a part independent again."""
    row = queries.get_melding(melding_id, request.actor)
    posted = request.POST if request.method == "POST" else None
    form = LosmaakForm(posted, melding=row)
    if posted is None:
        form.begin_with("")
    voorbeeld = None
    if posted is not None and form.is_valid():
        data = form.cleaned_data
        if request.POST.get("stap") == "versturen":
            with form.showing_domain_errors():
                split_melding(row.pk, **data, versie=seen_version(request), actor=request.actor)
                messages.success(request, _("Melding {nummer} staat weer op zichzelf.").format(nummer=row.meldernummer))
                return redirect(page_of(row))
        if data["tekst"] and row.wil_bericht:
            words = {"tekst": data["tekst"], "onderwerp": data["onderwerp"]}
            voorbeeld = as_sent(queries.preview_message(row, handeling=Handeling.LOSGEMAAKT, **words))
    hoofd = queries.hoofdmelding(row)
    title = _("Maak deze melding los")
    return show(request, "losmaken", row, title, form=form, voorbeeld=voorbeeld, hoofd=hoofd)


def show(request: ActorRequest, template: str, melding: Melding, titel: str, **context: Any) -> HttpResponse:
    """Draw the page."""
    page = {"melding": melding, "terug": page_of(melding), "titel": titel, **look_back(request, melding), **context}
    return render(request, f"meldingen/acts/{template}.html", page)
