"""The orders of a team, one order, and what a colleague does with it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stoep.berichten.commands.send_bericht import sign_off
from stoep.berichten.queries import berichten_of
from stoep.foundation.errors import DomainError
from stoep.foundation.web.forms import StoepForm, visible
from stoep.foundation.web.pages import page_of
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.meldingen.models import Handeling
from stoep.meldingen.queries import preview_message
from stoep.opdrachten import queries
from stoep.opdrachten.commands import (
    accept_opdracht,
    answer_opdrachtnemer,
    reject_opdracht,
    renew_link,
    settle_returned,
    term_on,
    withdraw_opdracht,
)
from stoep.opdrachten.models import Opdracht, OpdrachtFoto, Opdrachtnemer
from stoep.opdrachten.queries.lijst import STANDEN, Filters, count_late, count_waiting
from stoep.opdrachten.rules.mailteksten import Mailtekst, compose_afgekeurd, compose_antwoord, compose_ingetrokken
from stoep.opdrachten.rules.plek import say_coordinates
from stoep.opdrachten.web.nemer import picture
from stoep.opdrachten.web.staff_forms import AntwoordForm, GoedForm, IntrekForm, NietGoedForm
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.web.actors import ActorRequest

SIZE = 25
LONGEST_Q = 100


@requires("opdrachten.read")
def lijst(request: ActorRequest) -> HttpResponse:
    """The orders that ask for something, and those that are done."""
    filters = read_filters(request.GET)
    medewerker = medewerker_of(request.actor) if filters.van else None
    page = page_of(request, queries.list_opdrachten(request.actor, filters, medewerker), size=SIZE)
    counts = {"wacht": count_waiting(request.actor), "laat": count_late(request.actor)}
    context = {
        "page": page,
        "filters": filters,
        "tabs": [
            {
                "label": label,
                "href": address_of(filters, stand=stand),
                "active": filters.stand == stand,
                "count": counts.get(stand) or "",
            }
            for stand, label in zip(STANDEN, (_("Open"), _("Wacht op ons"), _("Te laat"), _("Klaar")), strict=True)
        ],
        "nemers": list(Opdrachtnemer.objects.order_by("-actief", "naam").values_list("pk", "naam")),
        "is_filtered": bool(filters.opdrachtnemer or filters.van or filters.q),
    }
    return render(request, "opdrachten/lijst.html", context)


def read_filters(data: QueryDict) -> Filters:
    """What is asked for; what makes no sense is left out."""
    try:
        nemer = UUID(data.get("aannemer", ""))
    except ValueError:
        nemer = None
    stand = data.get("stand", "")
    return Filters(
        stand=stand if stand in STANDEN else "open",
        opdrachtnemer=nemer,
        van="team" if data.get("van") == "team" else "",
        q=visible(data.get("q", "")).strip()[:LONGEST_Q],
    )


def address_of(filters: Filters, *, stand: str) -> str:
    """The address of another tab with the same filters."""
    query = QueryDict(mutable=True)
    values = {"stand": stand, "aannemer": filters.opdrachtnemer or "", "van": filters.van, "q": filters.q}
    query.update({name: str(value) for name, value in values.items() if value})
    return f"?{query.urlencode()}"


@requires("opdrachten.read")
def show(request: ActorRequest, opdracht_id: UUID) -> HttpResponse:
    """One order with everything that was said."""
    opdracht = queries.get_opdracht(opdracht_id, request.actor)
    fotos = queries.fotos_of(opdracht)
    context = {
        **page_of_order(request, opdracht),
        "fotos_mee": [foto for foto in fotos if foto.soort == "mee"],
        "fotos_terug": [foto for foto in fotos if foto.soort != "mee"],
        "regels": queries.history_of(opdracht),
        "mails": list(berichten_of(opdracht.ref)[:30]),
        "coordinaten": say_coordinates(opdracht.melding.lat, opdracht.melding.lon),
        "mag": request.actor.may("opdrachten.send", opdracht),
    }
    return render(request, "opdrachten/opdracht.html", context)


def page_of_order(request: ActorRequest, opdracht: Opdracht) -> dict[str, Any]:
    """What each page of an order shows."""
    request.desk_path = "/werkplek/opdrachten/"  # type: ignore[attr-defined]
    return {"opdracht": opdracht, "melding": opdracht.melding}


@requires("opdrachten.read")
@require_safe
def foto(request: ActorRequest, foto_id: UUID) -> HttpResponseBase:
    """A photo of an order, for a colleague who may see it."""
    row: OpdrachtFoto = OpdrachtFoto.objects.one(foto_id)
    queries.get_opdracht(row.opdracht_id, request.actor)
    return picture(request, row)


@keeping_what_was_typed
@requires("opdrachten.send")
def goedkeuren(request: ActorRequest, opdracht_id: UUID) -> HttpResponse:
    """The work is good: close the report, with a message and photos."""
    opdracht = queries.get_opdracht(opdracht_id, request.actor)
    form = GoedForm(request.POST if request.method == "POST" else None, opdracht=opdracht)

    def act(data: dict[str, Any]) -> None:
        request.actor.require("zaken.close", opdracht)
        accept_opdracht(
            opdracht.pk, tekst=data["tekst"], onderwerp=data["onderwerp"], foto_ids=form.foto_ids(), actor=request.actor
        )

    def bericht(data: dict[str, Any]) -> Mailtekst | None:
        if not opdracht.melding.wil_bericht:
            return None
        found = preview_message(
            opdracht.melding, handeling=Handeling.OPGELOST, tekst=data["tekst"], onderwerp=data["onderwerp"]
        )
        return Mailtekst(found.onderwerp, found.tekst)

    fotos = [foto for foto in opdracht.fotos.all() if foto.soort == "gereed"]
    more = {"fotos": list(zip(fotos, form["fotos"].subwidgets, strict=False)), "aan": opdracht.melding.email}
    done = _("Melding {nummer} is afgehandeld.").format(nummer=opdracht.melding.meldernummer)
    return with_preview(request, opdracht, "goedkeuren", form, act, bericht, done, more)


@keeping_what_was_typed
@requires("opdrachten.send")
def afkeuren(request: ActorRequest, opdracht_id: UUID) -> HttpResponse:
    """The work is not good yet: back to the contractor."""
    opdracht = queries.get_opdracht(opdracht_id, request.actor)
    form = NietGoedForm(request.POST if request.method == "POST" else None)

    def act(data: dict[str, Any]) -> None:
        reject_opdracht(opdracht.pk, reden=data["tekst"], termijn=moment_of(data), actor=request.actor)

    def mail(data: dict[str, Any]) -> Mailtekst:
        feiten = queries.feiten_of(with_termijn(opdracht, moment_of(data)), groet=request.actor.name)
        return compose_afgekeurd(feiten, reden=data["tekst"].strip())

    return with_preview(request, opdracht, "afkeuren", form, act, mail, _("De opdracht is terug bij de aannemer."))


@keeping_what_was_typed
@requires("opdrachten.send")
def antwoorden(request: ActorRequest, opdracht_id: UUID) -> HttpResponse:
    """Answer a question, or tell something; perhaps with another term."""
    opdracht = queries.get_opdracht(opdracht_id, request.actor)
    form = AntwoordForm(request.POST if request.method == "POST" else None)

    def act(data: dict[str, Any]) -> None:
        answer_opdrachtnemer(opdracht.pk, tekst=data["tekst"], termijn=moment_of(data), actor=request.actor)

    def mail(data: dict[str, Any]) -> Mailtekst:
        feiten = queries.feiten_of(with_termijn(opdracht, moment_of(data)), groet=request.actor.name)
        return compose_antwoord(
            feiten, vraag=opdracht.vraag, antwoord=data["tekst"].strip(), is_verzet=moment_of(data) is not None
        )

    return with_preview(request, opdracht, "antwoorden", form, act, mail, _("Uw bericht is verstuurd."))


@keeping_what_was_typed
@requires("opdrachten.send")
def intrekken(request: ActorRequest, opdracht_id: UUID) -> HttpResponse:
    """Withdraw an order."""
    opdracht = queries.get_opdracht(opdracht_id, request.actor)
    form = IntrekForm(request.POST if request.method == "POST" else None)

    def act(data: dict[str, Any]) -> None:
        withdraw_opdracht(opdracht.pk, reden=data["tekst"], actor=request.actor)

    def mail(data: dict[str, Any]) -> Mailtekst:
        return compose_ingetrokken(queries.feiten_of(opdracht, groet=request.actor.name), reden=data["tekst"].strip())

    return with_preview(request, opdracht, "intrekken", form, act, mail, _("De opdracht is ingetrokken."))


def moment_of(data: dict[str, Any]) -> datetime | None:
    """The end of the day that was chosen."""
    return term_on(data["termijn"]) if data.get("termijn") else None


def with_termijn(opdracht: Opdracht, termijn: datetime | None) -> Opdracht:
    """The order as it would be with another term; nothing is stored."""
    other = copy.copy(opdracht)
    other.termijn = termijn or opdracht.termijn
    return other


def with_preview(
    request: ActorRequest,
    opdracht: Opdracht,
    name: str,
    form: StoepForm,
    act: Callable[[dict[str, Any]], None],
    compose: Callable[[dict[str, Any]], Mailtekst | None],
    done: str,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """An act with a mail that is shown before it goes. A refusal stands above the form, with the words still in it."""
    voorbeeld = None
    if request.method == "POST" and form.is_valid():
        if request.POST.get("stap") == "versturen":
            with form.showing_domain_errors():
                act(form.cleaned_data)
                messages.success(request, done)
                return redirect("opdrachten:bekijken", opdracht.pk)
            opdracht = queries.get_opdracht(opdracht.pk, request.actor)
        text = compose(form.cleaned_data)
        voorbeeld = Mailtekst(text.onderwerp, sign_off(text.tekst)) if text else None
    context = {**page_of_order(request, opdracht), "form": form, "voorbeeld": voorbeeld, **(more or {})}
    context["is_klaar"] = form.is_bound and form.is_valid()
    context.setdefault("aan", opdracht.opdrachtnemer.email)
    return render(request, f"opdrachten/daden/{name}.html", context)


@requires("opdrachten.send")
@require_POST
def oppakken(request: ActorRequest, opdracht_id: UUID) -> HttpResponse:
    """Take up what was given back."""
    return at_once(request, opdracht_id, settle_returned, _("U pakt deze melding zelf op."))


@requires("opdrachten.send")
@require_POST
def nieuwe_link(request: ActorRequest, opdracht_id: UUID) -> HttpResponse:
    """Mail the contractor a new link."""
    return at_once(request, opdracht_id, renew_link, _("De aannemer krijgt een nieuwe link. De oude werkt niet meer."))


def at_once(request: ActorRequest, opdracht_id: UUID, command: Callable[..., None], done: str) -> HttpResponse:
    """An act without a form; a refusal is told on the page of the order."""
    try:
        command(opdracht_id, actor=request.actor)
        messages.success(request, done)
    except DomainError as error:
        queries.get_opdracht(opdracht_id, request.actor)
        messages.error(request, str(error))
    return redirect("opdrachten:bekijken", opdracht_id)
