"""Following a report of another: asking for it, confirming it, seeing how it stands, and stopping."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from stoep.foundation import links, ratelimit
from stoep.foundation.errors import TooMany
from stoep.foundation.web.forms import StoepForm
from stoep.meldingen import queries
from stoep.meldingen.commands import confirm_volger, follow_melding, stop_following
from stoep.meldingen.models import Concept, Melding
from stoep.meldingen.queries.vlakbij import as_offer
from stoep.meldingen.queries.voor_melder import LINK
from stoep.meldingen.rules.ontvangers import fold
from stoep.meldingen.web.client import count_try, for_everybody, reporter
from stoep.meldingen.web.fields import EmailField
from stoep.meldingen.web.steps import Step, draft_of, is_refused, showing_refusals

HOUR = 60 * 60
MAILS_AN_HOUR = 5
DONE = "gevraagd"


class VolgForm(StoepForm):
    """Where the updates go."""

    email = EmailField(
        label=_("E-mailadres"), help_text=_("Wij sturen eerst een e-mail om te bevestigen."), required=True
    )
    doorgeven = forms.BooleanField(
        label=_("Geef mijn tekst door aan de collega die ermee bezig is"), required=False, initial=True
    )


@for_everybody
def ask(request: HttpRequest, token: str, offer: str) -> HttpResponse:
    """Yes, it is this one: keep me informed. What was written so far can go along to the handler."""
    concept = draft_of(token)
    melding = queries.get_offered(offer)
    form = VolgForm(request.POST if request.method == "POST" else None, initial={"email": concept.email})
    if not concept.tekst:
        del form.fields["doorgeven"]
    if request.method == "POST" and not is_refused(request, form) and form.is_valid():
        with showing_refusals(form):
            woorden = concept.tekst if form.cleaned_data.get("doorgeven") else ""
            follow(request, melding, form.cleaned_data["email"], woorden=woorden)
            return redirect(f"{request.path}?{DONE}=1")
    metres = round(melding.point.distance_to(concept.point)) if concept.has_plek else 0
    context = {
        "form": form,
        "token": token,
        "ander": as_offer(melding, metres, object_nummer=concept.object_nummer),
        "concept": concept,
        "gevraagd": DONE in request.GET,
        "terug": back_to(concept),
    }
    return render(request, "meldingen/volgen_vragen.html", context)


def back_to(concept: Concept) -> str:
    """The step from which one came."""
    return (Step.FOTO if concept.has_plek else Step.WAAR).url(concept.token)


@for_everybody
@require_POST
def from_status(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever holds the link of a report, but left no address, wants its updates after all."""
    melding = queries.get_for_link(links.unsign(LINK, token))
    form = VolgForm(request.POST)
    del form.fields["doorgeven"]
    if not is_refused(request, form) and form.is_valid():
        with form.showing_domain_errors():
            follow(request, melding, form.cleaned_data["email"])
            form = VolgForm()
            return render(request, "meldingen/volgen_status.html", {"token": token, "gevraagd": True, "form": form})
    return render(request, "meldingen/volgen_status.html", {"token": token, "form": form, "melding": melding})


def follow(request: HttpRequest, melding: Melding, email: str, *, woorden: str = "") -> None:
    """Ask to follow; an address that is asked for again and again gets no more mail, and the same answer."""
    count_try(request, "volgen")
    try:
        ratelimit.limit(f"meldingen.volgen:{fold(email)}", times=MAILS_AN_HOUR, seconds=HOUR)
    except TooMany:
        return
    follow_melding(melding.pk, email=email, woorden=woorden, actor=reporter())


@for_everybody
def show(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a follower: confirm, look, stop. Opening it changes nothing, since mail programs open links too."""
    volger = queries.get_volger(token)
    act = str(request.POST.get("doe", "")) if request.method == "POST" else ""
    if act and not getattr(request, "from_elsewhere", False):
        if act == "stop":
            stop_following(volger.pk, actor=reporter())
            return render(request, "meldingen/volgen_gestopt.html")
        confirm_volger(volger.pk, actor=reporter())
        return redirect(request.path)
    return render(request, "meldingen/volgen.html", {"weergave": queries.show_to_volger(volger), "token": token})
