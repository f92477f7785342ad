"""What a handler does at the end of a report and after it: cancel, reopen, decide about a request, take work back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.meldingen import queries
from stoep.meldingen.commands import (
    accept_heropenverzoek,
    cancel_melding,
    decline_heropenverzoek,
    reopen_melding,
    return_melding,
)
from stoep.meldingen.web.act_forms import (
    AfwijsForm,
    AnnuleerForm,
    HeropenForm,
    TerugForm,
    ToestaanForm,
)
from stoep.meldingen.web.acts import Berichtdaad, page_of, show, with_message
from stoep.meldingen.web.gezien import seen_version
from stoep.toegang.web.actors import ActorRequest

ANNULEREN = Berichtdaad("annuleren", AnnuleerForm, cancel_melding, _("Melding {nummer} is geannuleerd."))
HEROPENEN = Berichtdaad("heropenen", HeropenForm, reopen_melding, _("Melding {nummer} is weer open."))
TOESTAAN = Berichtdaad(
    "toestaan",
    ToestaanForm,
    accept_heropenverzoek,
    _("Melding {nummer} is weer open. De melder krijgt bericht."),
)
AFWIJZEN = Berichtdaad(
    "afwijzen",
    AfwijsForm,
    decline_heropenverzoek,
    _("Het verzoek bij melding {nummer} is afgewezen. De melder krijgt bericht."),
)


@keeping_what_was_typed
@requires("zaken.close")
def cancel(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Cancel the report."""
    return with_message(request, melding_id, ANNULEREN)


@keeping_what_was_typed
@requires("meldingen.reopen")
def reopen(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Open the report again."""
    return with_message(request, melding_id, HEROPENEN)


@keeping_what_was_typed
@requires("meldingen.reopen")
def allow(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Look again, as the reporter asked."""
    return with_message(request, melding_id, TOESTAAN)


@keeping_what_was_typed
@requires("meldingen.reopen")
def decline(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Leave the report closed, and say why."""
    return with_message(request, melding_id, AFWIJZEN)


@keeping_what_was_typed
@requires("zaken.set_status")
def take_back(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Take the work back from outside."""
    row = queries.get_melding(melding_id, request.actor)
    form = TerugForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            return_melding(row.pk, reden=form.cleaned_data["reden"], versie=seen_version(request), actor=request.actor)
            messages.success(request, _("Melding {nummer} is weer bij ons.").format(nummer=row.meldernummer))
            return redirect(page_of(row))
    return show(request, "terugnemen", row, form=form)


@requires("meldingen.reopen")
def verzoeken(request: ActorRequest) -> HttpResponse:
    """The requests to look again that wait for a decision, oldest first."""
    page = queries.list_heropenverzoeken(request.actor)
    return render(request, "meldingen/heropenverzoeken.html", {"verzoeken": page, "most": queries.MOST_VERZOEKEN})
