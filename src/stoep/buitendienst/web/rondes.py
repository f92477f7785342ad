"""Rounds at the desk: today's shortlist on the map and as a list, its order, and what lies along the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from stoep.buitendienst import queries
from stoep.buitendienst.commands import (
    Toegevoegd,
    add_stops,
    move_stop,
    order_ronde,
    remove_stop,
    set_start,
)
from stoep.buitendienst.models import Buitenfoto, Ronde
from stoep.buitendienst.queries import Stopregel
from stoep.buitendienst.web.forms import BeginForm, ToevoegForm
from stoep.foundation import clock, storage
from stoep.foundation.errors import DomainError, NotFound
from stoep.foundation.geo import Point
from stoep.foundation.nederlands import day
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.meldingen.models import Melding
from stoep.organisatie.models import Medewerker
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.web.actors import ActorRequest

MOST_CHOSEN = 100
A_KILOMETRE = 1000
HOME = "/werkplek/buiten/"
TONEN = {"gedaan": "ok", "niet_gevonden": "ok"}


@requires("buitendienst.walk")
def show(request: ActorRequest) -> HttpResponse:
    """The round of a day: one's own, or of a colleague for who plans rounds."""
    dag = read_day(str(request.GET.get("dag", ""))) or clock.today()
    medewerker = whose(request)
    ronde = queries.find_ronde(medewerker, dag) if medewerker else None
    regels = queries.list_stops(ronde, request.actor) if ronde else []
    may_plan = request.actor.may("buitendienst.plan")
    is_own = medewerker is not None and medewerker == medewerker_of(request.actor)
    context = {
        "dag": dag,
        "is_vandaag": dag == clock.today(),
        "inspecteur": medewerker,
        "is_eigen": is_own,
        "ronde": ronde,
        "regels": regels,
        "klaar": sum(regel.stop.is_done for regel in regels),
        "afstand": in_words(queries.route_length(regels)),
        "punten": points_of(ronde, regels),
        "vlakbij": queries.list_ook_vlakbij(ronde, regels, request.actor) if ronde else [],
        "niet_verwerkt": queries.list_niet_verwerkt(ronde) if ronde else [],
        "werven": queries.list_werven(),
        "rondes": queries.list_rondes(dag) if may_plan else [],
        "hier": request.get_full_path(),
    }
    return render(request, "buitendienst/buiten.html", context)


def whose(request: ActorRequest) -> Medewerker | None:
    """Whose round is shown: somebody else's only for who plans rounds. Raises NotFound."""
    own = medewerker_of(request.actor)
    asked = str(request.GET.get("wie", ""))
    if not asked or (own is not None and asked == str(own.pk)):
        return own
    if not request.actor.may("buitendienst.plan"):
        raise NotFound
    found: Medewerker = Medewerker.objects.select_related("afdeling").one(asked)
    return found


def read_day(text: str) -> date | None:
    """A day out of an address; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def in_words(metres: int) -> str:
    """`640 m` or `2,3 km`."""
    return f"{metres} m" if metres < A_KILOMETRE else f"{metres / A_KILOMETRE:.1f} km".replace(".", ",")


def points_of(ronde: Ronde | None, regels: Sequence[Stopregel]) -> list[dict[str, Any]]:
    """The way on the map: where it begins, and each stop with its number."""
    begin: list[dict[str, Any]] = []
    if ronde is not None and ronde.point is not None:
        label = _("Begin: {naam}").format(naam=ronde.start or _("begin van de ronde"))
        begin = [{"id": "begin", "lon": ronde.lon, "lat": ronde.lat, "label": label, "toon": "info", "route": ""}]
    return begin + [
        {
            "id": str(regel.stop.pk),
            "lon": regel.melding.lon,
            "lat": regel.melding.lat,
            "label": f"{regel.nummer}. {regel.melding.categorie.naam}",
            "tekst": regel.kort_adres,
            "url": f"/werkplek/zaken/{regel.melding.zaak_id}/",
            "toon": "ok" if regel.stop.is_done else "info",
            "route": regel.nummer,
        }
        for regel in regels
    ]


@keeping_what_was_typed
@requires("buitendienst.walk")
def add(request: ActorRequest) -> HttpResponse:
    """Put reports on a round: choose whose and for which day."""
    source = request.POST if request.method == "POST" else request.GET
    back = safe_back(request, str(source.get("terug", "")))
    meldingen = chosen(request, source.getlist("melding"), source.getlist("zaak"))
    form = ToevoegForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and meldingen and form.is_valid():
        with form.showing_domain_errors():
            made = add_stops(
                [melding.pk for melding in meldingen],
                medewerker_id=UUID(form.cleaned_data["wie"]),
                dag=form.cleaned_data["dag"],
                actor=request.actor,
            )
            tell(request, made)
            return redirect(back or page_of(made.ronde))
    return render(request, "buitendienst/toevoegen.html", {"form": form, "meldingen": meldingen, "terug": back})


def chosen(request: ActorRequest, meldingen: Sequence[str], zaken: Sequence[str]) -> list[Melding]:
    """The open reports that were chosen, by their own number or by their zaak. One query."""
    visible = Melding.objects.visible_to(request.actor).open().select_related("categorie")
    by_melding = visible.filter(pk__in=uuids(meldingen))
    by_zaak = visible.filter(zaak__in=uuids(zaken))
    return list((by_melding | by_zaak).order_by("verwacht_op", "pk")[:MOST_CHOSEN])


def uuids(texts: Sequence[str]) -> list[UUID]:
    """What is an id among these texts."""
    found = []
    for text in texts[:MOST_CHOSEN]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def tell(request: ActorRequest, made: Toegevoegd) -> None:
    """Say what came on the round, and what did not and why."""
    if made.nieuw:
        text = ngettext(
            "{aantal} melding staat op de ronde van {dag}.",
            "{aantal} meldingen staan op de ronde van {dag}.",
            len(made.nieuw),
        )
        messages.success(request, text.format(aantal=len(made.nieuw), dag=day(made.ronde.dag)))
    if made.stond_er_al:
        text = ngettext("{aantal} melding stond er al op.", "{aantal} meldingen stonden er al op.", made.stond_er_al)
        messages.info(request, text.format(aantal=made.stond_er_al))
    for melding, naam in made.bij_ander[:5]:
        text = _("{nummer} staat die dag al op de ronde van {naam}.")
        messages.warning(request, text.format(nummer=melding.meldernummer, naam=naam))


def page_of(ronde: Ronde) -> str:
    """The page of a round."""
    return f"{reverse('buitendienst:buiten')}?wie={ronde.medewerker_id}&dag={ronde.dag.isoformat()}"


def safe_back(request: ActorRequest, url: str) -> str:
    """Where to go afterwards: a page of the werkplek, or nothing."""
    is_ours = url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()})
    return url if is_ours and url.startswith("/werkplek/") else ""


def back_to(request: ActorRequest) -> HttpResponse:
    """Back to the round where the button was."""
    return redirect(safe_back(request, str(request.POST.get("terug", ""))) or HOME)


@requires("buitendienst.walk")
@require_POST
def move(request: ActorRequest, stop_id: UUID) -> HttpResponse:
    """Visit a stop earlier or later."""
    move_stop(stop_id, omhoog=request.POST.get("richting") == "omhoog", actor=request.actor)
    return back_to(request)


@requires("buitendienst.walk")
@require_POST
def remove(request: ActorRequest, stop_id: UUID) -> HttpResponse:
    """Take a stop off the round."""
    try:
        remove_stop(stop_id, actor=request.actor)
    except NotFound:
        raise
    except DomainError as error:
        messages.error(request, str(error))
    return back_to(request)


@requires("buitendienst.walk")
@require_POST
def order(request: ActorRequest, ronde_id: UUID) -> HttpResponse:
    """Put the round along a short route."""
    order_ronde(ronde_id, actor=request.actor)
    messages.success(request, _("De ronde staat op volgorde van de route."))
    return back_to(request)


@requires("buitendienst.walk")
@require_POST
def begin(request: ActorRequest, ronde_id: UUID) -> HttpResponse:
    """Begin at a yard, or where one stands."""
    form = BeginForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Kies waar de ronde begint."))
        return back_to(request)
    werf = next((one for one in queries.list_werven() if str(one.pk) == form.cleaned_data["werf"]), None)
    try:
        point = werf.point if werf else Point.from_text(form.cleaned_data["lon"], form.cleaned_data["lat"])
        set_start(ronde_id, point=point, naam=werf.naam if werf else _("Eigen plek"), actor=request.actor)
    except NotFound:
        raise
    except DomainError as error:
        messages.error(request, str(error))
    return back_to(request)


@requires("buitendienst.walk")
@require_safe
def foto(request: ActorRequest, foto_id: UUID) -> HttpResponseBase:
    """A photo that could not be put with its report, for who may see the round."""
    row: Buitenfoto = Buitenfoto.objects.select_related("handeling").one(foto_id)
    queries.get_ronde(row.handeling.ronde_id, request.actor)
    response = FileResponse(storage.open_stored(row.sha256), content_type=row.formaat)
    response.headers["Cache-Control"] = "private, max-age=86400, immutable"
    return response
