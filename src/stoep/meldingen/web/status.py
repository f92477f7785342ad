"""Seeing how it stands: by the link in the mail, or by number and e-mail address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from stoep.foundation import links
from stoep.foundation.errors import DomainError
from stoep.foundation.photos import prepare_photo
from stoep.foundation.web.forms import StoepForm
from stoep.meldingen import queries
from stoep.meldingen.commands import answer_melding
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.errors import TooManyFotos
from stoep.meldingen.models import Melding
from stoep.meldingen.queries.voor_melder import LINK
from stoep.meldingen.web.client import count_try, for_everybody
from stoep.meldingen.web.fields import EmailField, FotosField, TekstField, name_of
from stoep.meldingen.web.steps import is_refused
from stoep.toegang.actors import resident

MOST_AT_ANSWER = 3


class OpzoekForm(StoepForm):
    """Number and e-mail address: what only the reporter has."""

    nummer = forms.CharField(
        label=_("Meldingsnummer"),
        help_text=_("Het staat in de e-mail van ons, bijvoorbeeld M-7K3Q9D."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={
            "required": _("Vul uw meldingsnummer in."),
            "max_length": _("Dit is geen meldingsnummer. Het ziet eruit als M-7K3Q9D."),
        },
    )
    email = EmailField(
        label=_("E-mailadres"), help_text=_("Het e-mailadres dat u bij de melding hebt ingevuld."), required=True
    )


class AntwoordForm(StoepForm):
    """An answer to our question."""

    tekst = TekstField(label=_("Uw antwoord"), required=False, rows=5)
    foto = FotosField(label=_("Foto"), help_text=_("JPG, PNG of WebP, hoogstens 3 foto's."), required=False)


@for_everybody
def opzoeken(request: HttpRequest) -> HttpResponse:
    """Look a report up. Unknown and not yours get the same answer, after the same work."""
    form = OpzoekForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not is_refused(request, form) and form.is_valid():
        with form.showing_domain_errors():
            count_try(request, "opzoeken")
            melding = queries.find_for_melder(form.cleaned_data["nummer"], form.cleaned_data["email"])
            return redirect(queries.status_path(melding))
    return render(request, "meldingen/opzoeken.html", {"form": form})


@for_everybody
def show(request: HttpRequest, token: str) -> HttpResponse:
    """The report as its reporter sees it; answers a question when there is one."""
    melding = queries.get_for_link(links.unsign(LINK, token))
    form = AntwoordForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and not is_refused(request, form) and form.is_valid():
        with form.showing_domain_errors():
            count_try(request, "antwoord")
            if answer(melding, form):
                return redirect(f"{request.path}?beantwoord=1#antwoord")
    context: dict[str, Any] = {
        "weergave": queries.show_to_melder(melding),
        "form": form,
        "token": token,
        "beantwoord": "beantwoord" in request.GET,
    }
    return render(request, "meldingen/status.html", context)


def answer(melding: Melding, form: AntwoordForm) -> bool:
    """Send the answer with its photos, all or nothing. A second click finds no question any more."""
    files = form.cleaned_data["foto"]
    if len(files) > MOST_AT_ANSWER:
        raise TooManyFotos(limiet=MOST_AT_ANSWER)
    fotos = []
    for file in files:
        try:
            fotos.append(Foto(prepare_photo(file).data))
        except DomainError as error:
            form.add_error("foto", f"{name_of(file)}: {error}")
    if form.errors:
        return False
    answer_melding(melding.pk, tekst=form.cleaned_data["tekst"], fotos=fotos, actor=resident(f"melder:{melding.pk}"))
    return True
