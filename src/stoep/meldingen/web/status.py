"""Seeing how it stands: by the link in the mail, or by number and e-mail address."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from stoep.foundation import links
from stoep.foundation.web.forms import StoepForm
from stoep.meldingen import queries
from stoep.meldingen.queries.voor_melder import LINK
from stoep.meldingen.web.client import count_try, for_everybody
from stoep.meldingen.web.fields import EmailField
from stoep.meldingen.web.steps import is_refused


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
    """The report as its reporter sees it, with the way to answer a question when there is one."""
    melding = queries.get_for_link(links.unsign(LINK, token))
    context = {
        "weergave": queries.show_to_melder(melding),
        "token": token,
        "beantwoord": "beantwoord" in request.GET,
    }
    return render(request, "meldingen/status.html", context)
