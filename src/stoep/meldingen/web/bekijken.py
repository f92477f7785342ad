"""Who looks at a report now, and what a colleague thinks of a suspicious one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stoep.foundation.errors import DomainError
from stoep.foundation.web.permissions import requires
from stoep.meldingen import queries
from stoep.meldingen.commands import judge_misbruik, note_bekijker
from stoep.meldingen.web.acts import page_of
from stoep.toegang.web.actors import ActorRequest


@requires("meldingen.read")
@require_safe
def looking(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """A piece of page, asked for every half minute by whoever has the report open."""
    row = queries.get_melding(melding_id, request.actor)
    note_bekijker(row.pk, actor=request.actor)
    namen = queries.bekijkers(row, actor=request.actor)
    return render(request, "meldingen/panels/bekijkers.html", {"namen": namen})


@requires("zaken.set_status")
@require_POST
def judge(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """In order, or abuse."""
    row = queries.get_melding(melding_id, request.actor)
    try:
        judge_misbruik(row.pk, is_misbruik=request.POST.get("oordeel") == "misbruik", actor=request.actor)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Uw oordeel is bewaard."))
    return redirect(page_of(row))
