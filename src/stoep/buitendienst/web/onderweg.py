"""The round on the telephone: the page, the data that goes along, and what comes back."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from stoep.buitendienst import queries
from stoep.buitendienst.commands import Daad, do_stop
from stoep.buitendienst.models import Buitenhandeling, Ronde, Rondestop
from stoep.buitendienst.queries.voor_onderweg import answer_of
from stoep.buitendienst.web.forms import StraatForm
from stoep.foundation import clock
from stoep.foundation.errors import Invalid, NotFound
from stoep.foundation.photos import prepare_photo
from stoep.foundation.web.permissions import requires
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.toegang.web.actors import ActorRequest


@requires("buitendienst.walk")
@never_cache
@require_safe
def show(request: ActorRequest) -> HttpResponse:
    """Today's round for on the street; without JavaScript each stop has a page of its own."""
    ronde = ronde_of_today(request.actor)
    regels = queries.list_stops(ronde, request.actor) if ronde else []
    context = {
        "ronde": ronde,
        "regels": regels,
        "klaar": sum(regel.stop.is_done for regel in regels),
        "niet_verwerkt": queries.list_niet_verwerkt(ronde) if ronde else [],
    }
    return render(request, "buitendienst/ronde.html", context)


def ronde_of_today(actor: Actor) -> Ronde | None:
    """One's own round of today."""
    medewerker = medewerker_of(actor)
    return queries.find_ronde(medewerker, clock.today()) if medewerker else None


@requires("buitendienst.walk")
@never_cache
@require_safe
def data(request: ActorRequest) -> HttpResponse:
    """Everything that the telephone keeps for when there is no network, and the token to send with."""
    medewerker = medewerker_of(request.actor)
    if medewerker is None:
        raise NotFound
    found = queries.collect_for_phone(queries.find_ronde(medewerker, clock.today()), request.actor)
    return JsonResponse({"medewerker": str(medewerker.pk), "csrf": get_token(request), **found})


@requires("buitendienst.walk")
@require_POST
def do(request: ActorRequest) -> HttpResponse:
    """Take in one act; sent again it gets the same answer."""
    form = StraatForm(request.POST, request.FILES)
    try:
        ronde_id, melding_id = UUID(request.POST.get("ronde", "")), UUID(request.POST.get("melding", ""))
    except ValueError as error:
        raise NotFound from error
    made = take_in(request, form, ronde_id, melding_id)
    if made is None:
        reasons = [{"name": name, "reason": str(text)} for name, texts in form.errors.items() for text in texts if text]
        title = reasons[0]["reason"] if reasons else _("Dit is niet goed doorgekomen.")
        return JsonResponse({"code": "invalid", "title": title, "invalidParams": reasons}, status=400)
    return JsonResponse(answer_of(made))


@requires("buitendienst.walk")
def stop(request: ActorRequest, stop_id: UUID) -> HttpResponse:
    """One stop as a plain page, for who has no JavaScript."""
    row: Rondestop = Rondestop.objects.one(stop_id)
    ronde = queries.get_ronde(row.ronde_id, request.actor)
    regel = next((one for one in queries.list_stops(ronde, request.actor) if one.stop.pk == row.pk), None)
    if regel is None:
        raise NotFound
    form = StraatForm(request.POST or None, request.FILES or None, initial={"sleutel": uuid4()})
    if request.method == "POST":
        made = take_in(request, form, ronde.pk, regel.melding.pk)
        if made is not None:
            told = messages.warning if made.botsing else messages.success
            told(request, made.uitleg or _("Melding {nummer} is bijgewerkt.").format(nummer=regel.melding.meldernummer))
            return redirect("buitendienst:ronde")
    teksten = queries.texts_of_stop(regel)
    context = {"form": form, "regel": regel, "ronde": ronde, "teksten": teksten, "terug": reverse("buitendienst:ronde")}
    return render(request, "buitendienst/stop.html", context)


def take_in(request: ActorRequest, form: StraatForm, ronde_id: UUID, melding_id: UUID) -> Buitenhandeling | None:
    """Read, prepare the photos and do it; None with the reasons in the form when something must be mended."""
    if not form.is_valid():
        return None
    made: Buitenhandeling | None = None
    files: list[Any] = request.FILES.getlist("foto")
    try:
        fotos = [Foto(prepare_photo(file).data) for file in files]
    except Invalid as error:
        form.add_error("foto", str(error))
        return None
    values: dict[str, Any] = form.cleaned_data
    daad = Daad(
        uitkomst=values["uitkomst"],
        notitie=values["notitie"],
        standaardtekst_id=values["standaardtekst"],
        dag=values["dag"],
        gedaan_op=read_moment(values["gedaan_op"]),
    )
    try:
        made = do_stop(
            values["sleutel"], ronde_id=ronde_id, melding_id=melding_id, daad=daad, fotos=fotos, actor=request.actor
        )
    except Invalid as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
    return made


def read_moment(text: str) -> datetime | None:
    """When it was done, by the clock of the telephone; None when it does not say."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
