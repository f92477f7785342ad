"""The page of what is stuck: events and jobs, with why, and two acts: try again, or skip with a reason."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from stoep.foundation import nederlands, stuck
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.pages import SIZE, Page, asked_number
from stoep.foundation.web.permissions import actor_of, requires

RIGHT = "beheer.read"


COLUMNS = {
    "gebeurtenissen": [
        (_("Gebeurtenis"), "text"),
        (_("Wat er misging"), "text"),
        (_("Stand"), "text"),
        (_("Wacht erachter"), "number"),
    ],
    "taken": [(_("Taak"), "text"), (_("Wat er misging"), "text"), (_("Stand"), "text"), (_("Pogingen"), "number")],
}


class ActForm(StoepForm):
    """Try again, or skip with a reason."""

    act = forms.ChoiceField(choices=[("retry", "retry"), ("skip", "skip")])
    reden = forms.CharField(
        label=_("Waarom slaat u dit over?"),
        help_text=_("Bijvoorbeeld: de mail is al met de hand verstuurd."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@requires(RIGHT)
@require_safe
def storingen(request: HttpRequest) -> HttpResponse:
    """Events that could not be handled."""
    return listed(request, "gebeurtenissen")


@requires(RIGHT)
@require_safe
def taken(request: HttpRequest) -> HttpResponse:
    """Jobs that failed."""
    return listed(request, "taken")


def listed(request: HttpRequest, here: str) -> HttpResponse:
    """One of the two lists."""
    deliveries, jobs = stuck.count_stuck()
    total = deliveries if here == "gebeurtenissen" else jobs
    number = min(max(asked_number(request), 1), max(1, -(-total // SIZE)))
    read = stuck.stuck_deliveries if here == "gebeurtenissen" else stuck.stuck_jobs
    page = Page(read(size=SIZE, start=(number - 1) * SIZE), number, total, SIZE)
    tabs = [
        {
            "label": _("Gebeurtenissen"),
            "href": reverse("foundation:storingen"),
            "count": deliveries,
            "active": here == "gebeurtenissen",
        },
        {"label": _("Taken"), "href": reverse("foundation:taken"), "count": jobs, "active": here == "taken"},
    ]
    columns = [{"label": label, "kind": kind} for label, kind in COLUMNS[here]]
    return render(request, f"foundation/{here}.html", {"page": page, "tabs": tabs, "columns": columns})


@requires(RIGHT)
def gebeurtenis(request: HttpRequest, handler: str, event_id: int) -> HttpResponse:
    """One event that a handler could not handle, and what to do about it."""
    delivery = stuck.stuck_delivery(handler, event_id)
    form = ActForm(request.POST or None)
    if form.is_valid():
        with form.showing_domain_errors():
            if form.cleaned_data["act"] == "retry":
                stuck.retry_delivery(handler, event_id, actor=actor_of(request))
            else:
                stuck.skip_delivery(handler, event_id, reden=form.cleaned_data["reden"], actor=actor_of(request))
            messages.success(request, said(form.cleaned_data["act"]))
            return redirect("foundation:storingen")
    facts = [
        {"term": _("Nummer"), "value": delivery.event_id},
        {"term": _("Gaat over"), "value": delivery.subject},
        {"term": _("Gebeurd op"), "value": nederlands.moment(delivery.occurred_at)},
        {"term": _("Onderdeel dat het moest verwerken"), "value": delivery.handler},
        {"term": _("Pogingen"), "value": delivery.attempts},
        {"term": _("Wacht erachter"), "value": delivery.behind},
    ]
    return render(request, "foundation/gebeurtenis.html", {"delivery": delivery, "form": form, "facts": facts})


@requires(RIGHT)
def taak(request: HttpRequest, job_id: int) -> HttpResponse:
    """One job that failed, and what to do about it."""
    job = stuck.stuck_job(job_id)
    form = ActForm(request.POST or None)
    if form.is_valid():
        with form.showing_domain_errors():
            if form.cleaned_data["act"] == "retry":
                stuck.retry_job(job_id, actor=actor_of(request))
            else:
                stuck.skip_job(job_id, reden=form.cleaned_data["reden"], actor=actor_of(request))
            messages.success(request, said(form.cleaned_data["act"]))
            return redirect("foundation:taken")
    facts = [
        {"term": _("Nummer"), "value": job.job_id},
        {"term": _("Mislukt op"), "value": nederlands.moment(job.failed_at) if job.failed_at else "–"},
        {"term": _("Pogingen"), "value": job.attempts},
    ]
    return render(request, "foundation/taak.html", {"job": job, "form": form, "facts": facts})


def said(act: str) -> str:
    """What the page says after an act."""
    if act == "retry":
        return str(_("Het wordt nu opnieuw geprobeerd. Ververs de pagina over een paar tellen."))
    return str(_("Overgeslagen. De reden is bewaard."))
