"""A contractor's page: what, where, until when; and what can be done about it. By link, without login."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from stoep.foundation import jobs, storage
from stoep.foundation.errors import NotFound
from stoep.foundation.photos import thumbnail
from stoep.foundation.web.forms import StoepForm
from stoep.meldingen.models import MeldingFoto
from stoep.meldingen.queries import say_object
from stoep.opdrachten import queries
from stoep.opdrachten.commands import ask_gemeente, plan_opdracht, report_ready, return_opdracht, view_opdracht
from stoep.opdrachten.commands.answer_as_nemer import is_same_answer
from stoep.opdrachten.errors import OpdrachtMovedOn
from stoep.opdrachten.models import Opdracht, OpdrachtFoto, Opdrachtnemer
from stoep.opdrachten.rules.opdrachtstatussen import Daad
from stoep.opdrachten.rules.plek import map_url, route_url, say_coordinates
from stoep.opdrachten.tasks import mail_overzicht
from stoep.opdrachten.web.client import count_try, for_link, is_refused
from stoep.opdrachten.web.kept_fotos import MetFotos
from stoep.opdrachten.web.nemer_forms import GereedForm, LinkForm, PlanForm, TerugForm, VraagForm

SMALL = 480
DONE = {
    "plan": _("De dag staat genoteerd. De gemeente ziet het meteen."),
    "gereed": _("Dank u wel. De gemeente bekijkt uw werk. U hoort het als er nog iets nodig is."),
    "terug": _("U hebt de opdracht teruggegeven. U hoeft niets meer te doen."),
    "vraag": _("Uw vraag is verstuurd. Het antwoord komt per e-mail en staat straks op deze pagina."),
}


@for_link
def show(request: HttpRequest, token: str) -> HttpResponse:
    """The order."""
    opdracht = queries.get_for_link(token)
    if request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", ""):
        view_opdracht(opdracht.pk)
        opdracht = queries.get_for_link(token)
    fotos = queries.fotos_of(opdracht)
    context = {
        **page_of(opdracht, token),
        "klaar": DONE.get(request.GET.get("gedaan", ""), ""),
        "fotos": [foto for foto in fotos if foto.soort == "mee"],
        "eigen_fotos": [foto for foto in fotos if foto.soort != "mee"],
        "regels": queries.history_of(opdracht, for_nemer=True),
        "object": say_object(opdracht.melding),
        "coordinaten": say_coordinates(opdracht.melding.lat, opdracht.melding.lon),
        "kaart_url": map_url(opdracht.melding.lat, opdracht.melding.lon),
        "route_url": route_url(opdracht.melding.lat, opdracht.melding.lon),
    }
    return render(request, "opdrachten/nemer/opdracht.html", context)


def page_of(opdracht: Opdracht, token: str) -> dict[str, Any]:
    """What each page of an order shows."""
    return {"opdracht": opdracht, "melding": opdracht.melding, "token": token}


@for_link
def plan(request: HttpRequest, token: str) -> HttpResponse:
    """Give the work a day or a period."""
    opdracht = queries.get_for_link(token)
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        initial={"dag": opdracht.gepland_op, "tot": opdracht.gepland_tot},
    )

    def act() -> None:
        plan_opdracht(opdracht.pk, dag=form.cleaned_data["dag"], tot=form.cleaned_data["tot"])

    return answer(request, opdracht, token, form, Daad.PLAN, act, "plan")


@for_link
def gereed(request: HttpRequest, token: str) -> HttpResponse:
    """Say that the work is done."""
    opdracht = queries.get_for_link(token)
    form = GereedForm(request.POST if request.method == "POST" else None, request.FILES or None)

    def act() -> None:
        report_ready(opdracht.pk, tekst=form.cleaned_data["tekst"], fotos=form.fotos())

    return answer(request, opdracht, token, form, Daad.MELD_GEREED, act, "gereed")


@for_link
def terug(request: HttpRequest, token: str) -> HttpResponse:
    """Give the order back."""
    opdracht = queries.get_for_link(token)
    form = TerugForm(request.POST if request.method == "POST" else None, request.FILES or None)

    def act() -> None:
        data = form.cleaned_data
        return_opdracht(opdracht.pk, reden=data["reden"], tekst=data["tekst"], fotos=form.fotos())

    return answer(request, opdracht, token, form, Daad.GEEF_TERUG, act, "terug")


@for_link
def vraag(request: HttpRequest, token: str) -> HttpResponse:
    """Ask the municipality something."""
    opdracht = queries.get_for_link(token)
    form = VraagForm(request.POST if request.method == "POST" else None, request.FILES or None)

    def act() -> None:
        ask_gemeente(opdracht.pk, tekst=form.cleaned_data["tekst"], fotos=form.fotos())

    return answer(request, opdracht, token, form, Daad.VRAAG, act, "vraag")


def answer(
    request: HttpRequest,
    opdracht: Opdracht,
    token: str,
    form: StoepForm,
    daad: Daad,
    act: Callable[[], None],
    name: str,
) -> HttpResponse:
    """Do an act, or show its form with what was typed still in it. The same answer twice is no mistake."""
    status = 200
    if request.method == "POST" and isinstance(form, MetFotos):
        form.keep(request)
    if request.method == "POST" and not is_refused(request, form) and form.is_valid():
        with form.showing_domain_errors():
            count_try(request, "antwoord")
            try:
                act()
            except OpdrachtMovedOn:
                now = queries.get_for_link(token)
                if not is_same_answer(now, daad, str(form.cleaned_data.get("tekst", ""))):
                    status = 409
                    raise
            return redirect(f"{reverse('opdrachten:opdracht', args=[token])}?gedaan={name}#gedaan")
        opdracht = queries.get_for_link(token)
    context = {**page_of(opdracht, token), "form": form, "kan": opdracht.may(daad)}
    return render(request, f"opdrachten/nemer/{name}.html", context, status=status)


@for_link
@require_safe
def foto(request: HttpRequest, token: str, foto_id: UUID) -> HttpResponseBase:
    """A photo of the order, for who holds its link."""
    opdracht = queries.get_for_link(token)
    return picture(request, OpdrachtFoto.objects.filter(opdracht=opdracht).one(foto_id))


def picture(request: HttpRequest, row: OpdrachtFoto | MeldingFoto) -> HttpResponseBase:
    """The picture whole, or small with `?klein`. What it shows never changes under its address."""
    if not storage.exists(row.sha256):
        raise NotFound
    file = storage.open_stored(row.sha256)
    response: HttpResponseBase
    if "klein" in request.GET:
        with file:
            small = thumbnail(file, SMALL)
        response = HttpResponse(small.data, content_type=small.content_type)
    else:
        response = FileResponse(file, content_type=row.formaat)
    response.headers["Cache-Control"] = "private, max-age=86400, immutable"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@for_link
def overzicht(request: HttpRequest, token: str) -> HttpResponse:
    """All that is open for a contractor."""
    opdrachtnemer = queries.find_for_overzicht(token)
    rows = [(row, queries.order_path(row)) for row in queries.list_for_nemer(opdrachtnemer)[:200]]
    return render(request, "opdrachten/nemer/overzicht.html", {"opdrachtnemer": opdrachtnemer, "rows": rows})


@for_link
def vraag_link(request: HttpRequest) -> HttpResponse:
    """Ask for a link. Whatever was typed, the answer is the same; a mail goes only to an address that we know."""
    form = LinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not is_refused(request, form) and form.is_valid():
        with form.showing_domain_errors():
            count_try(request, "link")
            for key in find_nemers(form.cleaned_data["email"]):
                jobs.defer(mail_overzicht, opdrachtnemer_id=str(key))
            return redirect(f"{reverse('opdrachten:link')}?gevraagd=1")
    return render(request, "opdrachten/nemer/link.html", {"form": form, "gevraagd": "gevraagd" in request.GET})


def find_nemers(email: str) -> list[UUID]:
    """The contractors with this address."""
    return list(Opdrachtnemer.objects.filter(email__iexact=email).values_list("pk", flat=True)[:5])
