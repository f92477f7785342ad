"""Volg deze melding: mail when something changes in one public report, after the address was confirmed."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stoep.buurt import queries
from stoep.foundation import ratelimit
from stoep.foundation.errors import TooMany
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import public
from stoep.meldingen.commands import follow_melding
from stoep.toegang.actors import ANONYMOUS

HOUR = 60 * 60
TRIES_AN_HOUR, MAILS_AN_HOUR = 20, 5


class VolgMeldingForm(StoepForm):
    """Where the mail goes."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        help_text=_("Wij sturen eerst een mail om te bevestigen."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Vul uw e-mailadres in."),
            "invalid": _("Dit is geen e-mailadres. Schrijf het zo: naam@voorbeeld.nl."),
        },
    )


@public
def volg_melding(request: HttpRequest, nummer: str) -> HttpResponse:
    """Ask to follow a report. The answer is the same whether somebody follows it, reported it or does neither."""
    found = queries.get_openbaar(nummer)
    onderwerp = queries.onderwerpen_by_slug().get(found.categorie)
    form = VolgMeldingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        ratelimit.limit(f"buurt.volg-melding:{request.META.get('REMOTE_ADDR', '')}", times=TRIES_AN_HOUR, seconds=HOUR)
        if form.is_valid():
            email = form.cleaned_data["email"]
            with form.showing_domain_errors():
                if found.is_open and is_quiet(email):
                    follow_melding(found.melding_id, email=email, actor=ANONYMOUS)
                return redirect(f"{request.path}?gevraagd=1")
    page = reverse("buurt:melding", args=[nummer])
    wat = onderwerp.naam if onderwerp else nummer
    context = {
        "form": form,
        "melding": found,
        "wat": wat,
        "waar": found.plek or queries.namen_van_gebieden().get(found.gebied, ""),
        "gevraagd": "gevraagd" in request.GET,
        "terug": page,
        "kruimels": [
            {"label": "Home", "href": "/"},
            {"label": "Meldingen in de buurt", "href": reverse("buurt:overzicht")},
            {"label": wat, "href": page},
            {"label": "Volg deze melding"},
        ],
    }
    return render(request, "buurt/volg_melding.html", context)


def is_quiet(email: str) -> bool:
    """Whether this address was not asked for again and again; who does that gets no more mail, and the same answer."""
    try:
        ratelimit.limit(f"meldingen.volgen:{email.strip().lower()}", times=MAILS_AN_HOUR, seconds=HOUR)
    except TooMany:
        return False
    return True
