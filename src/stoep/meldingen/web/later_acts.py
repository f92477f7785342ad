"""What a handler does at the end of a report and after it: cancel, reopen, decide about a request, take work back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stoep.foundation.web.permissions import requires
from stoep.meldingen import queries
from stoep.meldingen.commands import (
    accept_heropenverzoek,
    cancel_melding,
    decline_heropenverzoek,
    reopen_melding,
    return_melding,
)
from stoep.meldingen.models import MeldingFoto
from stoep.meldingen.rules.statussen import Stand
from stoep.meldingen.web.act_forms import (
    AfwijsForm,
    AnnuleerForm,
    BerichtForm,
    HeropenForm,
    TerugForm,
    ToestaanForm,
)
from stoep.meldingen.web.acts import begun, is_confirmed, page_of, preview_of, show
from stoep.meldingen.web.gezien import seen_version
from stoep.meldingen.web.resuming import keeping_what_was_typed
from stoep.toegang.web.actors import ActorRequest


@keeping_what_was_typed
@requires("zaken.close")
def cancel(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Cancel the report."""
    done = _("Melding {nummer} is geannuleerd.")
    return with_message(request, melding_id, "annuleren", AnnuleerForm, cancel_melding, done)


@keeping_what_was_typed
@requires("meldingen.reopen")
def reopen(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Open the report again."""
    done = _("Melding {nummer} is weer open.")
    return with_message(request, melding_id, "heropenen", HeropenForm, reopen_melding, done)


@keeping_what_was_typed
@requires("meldingen.reopen")
def allow(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Look again, as the reporter asked."""
    done = _("Melding {nummer} is weer open. De melder krijgt bericht.")
    return with_message(request, melding_id, "toestaan", ToestaanForm, accept_heropenverzoek, done)


@keeping_what_was_typed
@requires("meldingen.reopen")
def decline(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Leave the report closed, and say why."""
    done = _("Het verzoek bij melding {nummer} is afgewezen. De melder krijgt bericht.")
    return with_message(request, melding_id, "afwijzen", AfwijsForm, decline_heropenverzoek, done)


def with_message(
    request: ActorRequest,
    melding_id: UUID,
    name: str,
    form_class: type[BerichtForm],
    command: Callable[..., object],
    done: str,
) -> HttpResponse:
    """An act with a message to the reporter: write, see it as it will be sent, send."""
    row = queries.get_melding(melding_id, request.actor)
    form = begun(form_class, request, row)
    if is_confirmed(request, form):
        with form.showing_domain_errors():
            data = {
                field: form.cleaned_data[field] for field in ("tekst", "onderwerp", "reden") if field in form.fields
            }
            command(row.pk, **data, versie=seen_version(request), actor=request.actor)
            messages.success(request, done.format(nummer=row.meldernummer))
            return redirect(page_of(row))
    context: dict[str, Any] = {"form": form, "voorbeeld": preview_of(request, form)}
    if row.stand is Stand.VERZOEK:
        context["verzoek"] = queries.open_heropenverzoek(row)
        context["fotos"] = MeldingFoto.objects.filter(melding=row, soort="heropenen")
    return show(request, name, row, **context)


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
