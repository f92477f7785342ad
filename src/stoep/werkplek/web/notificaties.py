"""Subscribers of notifications: how each is doing, and what could not be delivered, with what to do about it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from stoep.foundation import clock, nederlands
from stoep.foundation.web.pages import page_of
from stoep.foundation.web.permissions import requires
from stoep.notificaties import queries
from stoep.notificaties.commands import drop_aflevering, remove_abonnement, resend_aflevering, resend_afleveringen
from stoep.notificaties.models import Abonnement
from stoep.toegang.web.actors import ActorRequest

RIGHT = "notificaties.manage"
COLUMNS = (
    {"label": _("Abonnee"), "kind": "text"},
    {"label": _("Kanalen"), "kind": "text"},
    {"label": _("Stand"), "kind": "text"},
    {"label": _("Wacht"), "kind": "number"},
    {"label": _("Niet afgeleverd"), "kind": "number"},
)
PARKED_COLUMNS = (
    {"label": _("Bericht"), "kind": "text"},
    {"label": _("Abonnee"), "kind": "text"},
    {"label": _("Wat er misging"), "kind": "text"},
    {"label": _("Wat u kunt doen"), "kind": "text"},
)


@requires(RIGHT)
@require_safe
def overview(request: ActorRequest) -> HttpResponse:
    """Every subscription, and how its subscriber is doing."""
    page = page_of(request, queries.abonnementen_met_stand(request.actor))
    context = {"page": page, "tabs": tabs(request, "abonnementen"), "columns": COLUMNS, "now": clock.now()}
    return render(request, "werkplek/notificaties.html", context)


@requires(RIGHT)
@require_safe
def parked(request: ActorRequest) -> HttpResponse:
    """What could not be delivered."""
    page = page_of(request, queries.parked_afleveringen(request.actor))
    context = {"page": page, "tabs": tabs(request, "niet-afgeleverd"), "columns": PARKED_COLUMNS}
    return render(request, "werkplek/notificaties_geparkeerd.html", context)


@requires(RIGHT)
@require_safe
def show(request: ActorRequest, abonnement_id: UUID) -> HttpResponse:
    """One subscription: of what it hears, and what one can do."""
    queries.get_abonnement(abonnement_id, request.actor)
    abonnement = queries.abonnementen_met_stand(request.actor).get(pk=abonnement_id)
    context = {"abonnement": abonnement, "facts": facts_of(abonnement), "now": clock.now()}
    return render(request, "werkplek/notificaties_abonnement.html", context)


@requires(RIGHT)
@require_POST
def resend_all(request: ActorRequest, abonnement_id: UUID) -> HttpResponse:
    """Send all that this subscriber missed again."""
    count = resend_afleveringen(abonnement_id, actor=request.actor)
    told = ngettext("%(n)s bericht wordt opnieuw verstuurd.", "%(n)s berichten worden opnieuw verstuurd.", count)
    messages.success(request, told % {"n": count})
    return redirect("werkplek:notificaties")


@requires(RIGHT)
@require_POST
def resend(request: ActorRequest, aflevering_id: int) -> HttpResponse:
    """Send one message again."""
    resend_aflevering(aflevering_id, actor=request.actor)
    messages.success(request, _("Het bericht wordt opnieuw verstuurd."))
    return redirect("werkplek:notificaties-geparkeerd")


@requires(RIGHT)
@require_POST
def drop(request: ActorRequest, aflevering_id: int) -> HttpResponse:
    """Never send one message."""
    drop_aflevering(aflevering_id, actor=request.actor)
    messages.success(request, _("Het bericht wordt niet meer verstuurd."))
    return redirect("werkplek:notificaties-geparkeerd")


@requires(RIGHT)
@require_POST
def end(request: ActorRequest, abonnement_id: UUID) -> HttpResponse:
    """End a subscription."""
    remove_abonnement(abonnement_id, actor=request.actor)
    messages.success(request, _("Het abonnement is beëindigd."))
    return redirect("werkplek:notificaties")


def tabs(request: ActorRequest, here: str) -> list[dict[str, Any]]:
    """The two lists."""
    return [
        {"label": _("Abonnementen"), "href": reverse("werkplek:notificaties"), "active": here == "abonnementen"},
        {
            "label": _("Niet afgeleverd"),
            "href": reverse("werkplek:notificaties-geparkeerd"),
            "count": queries.count_parked(request.actor),
            "active": here == "niet-afgeleverd",
        },
    ]


def facts_of(abonnement: Abonnement) -> list[dict[str, Any]]:
    """What one may want to know of a subscription."""
    baan = abonnement.baan
    kanalen = [
        keuze.kanaal.naam + (": " + ", ".join(f"{k} = {v}" for k, v in keuze.filters.items()) if keuze.filters else "")
        for keuze in abonnement.keuzes.all()
    ]
    return [
        {"term": _("Adres"), "value": abonnement.callback_url},
        {"term": _("Kanalen"), "value": "; ".join(kanalen)},
        {"term": _("Geabonneerd op"), "value": nederlands.moment(abonnement.aangemaakt_op)},
        {"term": _("Afgeleverd"), "value": baan.afgeleverd},
        {"term": _("Laatst gelukt"), "value": nederlands.moment(baan.gelukt_op) if baan.gelukt_op else "–"},
        {"term": _("Laatst mislukt"), "value": nederlands.moment(baan.mislukt_op) if baan.mislukt_op else "–"},
    ]
