"""Doing one thing with many zaken: choose, look at what will happen, do it, and take it back."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stoep.foundation import clock
from stoep.foundation.errors import DomainError, NotFound
from stoep.foundation.web.permissions import requires
from stoep.meldingen.models import Handeling
from stoep.meldingen.queries import filled_in, melding_of_zaak, preview_message
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek import queries
from stoep.werkplek.commands import prepare_bulk, run_bulk, start_bulk, undo_bulk
from stoep.werkplek.commands.prepare_bulk import MOST, RIGHT
from stoep.werkplek.commands.run_bulk import AT_ONCE
from stoep.werkplek.commands.undo_bulk import undo_until
from stoep.werkplek.models import Bulkactie, Bulksoort, Bulkstand
from stoep.werkplek.queries.werklijst import find_ids
from stoep.werkplek.web.bulk_forms import FORMS
from stoep.werkplek.wensen import Plek, Wens

MOST_CHOSEN = 100
SHOWN = 25
LISTED = 30


@requires("zaken.read")
def overview(request: ActorRequest) -> HttpResponse:
    """What one did with many zaken at once, newest first."""
    medewerker = medewerker_of(request.actor)
    acties = (
        Bulkactie.objects.filter(eigenaar=medewerker, begint_op__isnull=False).annotate(**COUNTS)[:LISTED]
        if medewerker
        else []
    )
    return render(request, "werkplek/bulk_overzicht.html", {"acties": acties})


COUNTS = {
    "aantal": Count("regels", filter=~Q(regels__stand=Bulkstand.KAN_NIET)),
    "gedaan": Count("regels", filter=Q(regels__stand=Bulkstand.GEDAAN)),
    "wacht": Count("regels", filter=Q(regels__stand=Bulkstand.WACHT)),
    "mislukt": Count("regels", filter=Q(regels__stand=Bulkstand.MISLUKT)),
    "kan_niet": Count("regels", filter=Q(regels__stand=Bulkstand.KAN_NIET)),
    "ongedaan": Count("regels", filter=Q(regels__stand=Bulkstand.ONGEDAAN)),
    "berichten": Count("regels", filter=Q(regels__bericht=True)),
}


@requires("zaken.read")
def begin(request: ActorRequest) -> HttpResponse:
    """Choose what to do and fill it in; then the preview is made."""
    source = request.POST if request.method == "POST" else request.GET
    back = safe_back(request, str(source.get("terug", "")))
    kind = str(source.get("soort", ""))
    offered = offered_to(request)
    ids = chosen_ids(request, source)
    form = None
    if kind in dict(offered):
        posted = request.POST if request.method == "POST" and request.POST.get("stap") == "voorbeeld" else None
        form = FORMS[kind](posted, actor=request.actor)
        if form.is_bound and form.is_valid():
            with form.showing_domain_errors():
                actie = prepare_bulk(
                    soort=kind,
                    waarden=form.waarden(),
                    omschrijving=form.zin(),
                    zaak_ids=ids,
                    terug=back,
                    actor=request.actor,
                )
                return redirect("werkplek:bulk", actie.pk)
    kept = [
        (name, value) for name in ("zaak", "alles", "plek", "vraag") for value in source.getlist(name)[:MOST_CHOSEN]
    ]
    context = {
        "form": form,
        "soort": kind if form else "",
        "soorten": offered,
        "aantal": len(ids),
        "meest": MOST,
        "bewaard": kept,
        "terug": back,
    }
    return render(request, "werkplek/bulk_kies.html", context)


def offered_to(request: ActorRequest) -> list[tuple[str, str]]:
    """The acts that this employee may do with many at once."""
    return [(kind.value, str(kind.label)) for kind in Bulksoort if request.actor.may(RIGHT[kind])]


def chosen_ids(request: ActorRequest, source: QueryDict) -> list[UUID]:
    """The zaken that were ticked, or all of the list with its filters."""
    if source.get("alles") != "1":
        return find_ids(source.getlist("zaak"), MOST_CHOSEN)
    plek = Plek(str(source["plek"])) if source.get("plek") in list(Plek) else Plek.MIJN
    wens = Wens.read(QueryDict(source.get("vraag", "")[:2000]))
    bereik = queries.find_bereik(plek, medewerker_of(request.actor))
    return list(queries.select_zaken(request.actor, wens, bereik).values_list("pk", flat=True)[:MOST])


@requires("zaken.read")
def show(request: ActorRequest, actie_id: UUID) -> HttpResponse:
    """The preview; once begun how far it is, and the way back."""
    actie = own(request, actie_id)
    with_reason = actie.regels.filter(stand__in=(Bulkstand.KAN_NIET, Bulkstand.MISLUKT)).exclude(reden="")
    others = actie.regels.exclude(stand__in=(Bulkstand.KAN_NIET, Bulkstand.MISLUKT))
    context: dict[str, Any] = {
        "actie": actie,
        "redenen": with_reason.select_related("zaak")[:SHOWN],
        "regels": others.select_related("zaak")[:SHOWN],
        "loopt": actie.begint_op is not None and actie.wacht and not actie.ongedaan_op and not is_waiting(actie),
        "wordt_vastgehouden": is_waiting(actie),
        "tot": undo_until(actie) if can_undo(actie) else None,
        "terug": actie.terug or "/werkplek/werk/",
        "voorbeeld": example_of(request, actie) if actie.berichten and not actie.begint_op else None,
    }
    return render(request, "werkplek/bulk.html", context)


def example_of(request: ActorRequest, actie: Bulkactie) -> Any:
    """The message as the first of the reporters will get it."""
    first = actie.regels.filter(bericht=True).first()
    melding = melding_of_zaak(first.zaak_id, request.actor) if first else None
    if melding is None:
        return None
    waarden = actie.waarden
    return preview_message(
        melding,
        handeling=waarden.get("uitkomst") or Handeling.INGEPLAND,
        tekst=filled_in(melding, waarden.get("tekst", "")),
        onderwerp=filled_in(melding, waarden.get("onderwerp", "")),
        dag=date.fromisoformat(waarden["dag"]) if waarden.get("dag") else None,
    )


def own(request: ActorRequest, actie_id: UUID) -> Any:
    """A bulk act of one's own, counted. Raises NotFound."""
    medewerker = medewerker_of(request.actor)
    found = (
        Bulkactie.objects.filter(pk=actie_id, eigenaar=medewerker).annotate(**COUNTS).first() if medewerker else None
    )
    if found is None:
        raise NotFound
    return found


def is_waiting(actie: Bulkactie) -> bool:
    """True while it is held back until the undo time is over."""
    return actie.begint_op is not None and actie.begint_op > clock.now() and actie.ongedaan_op is None


def can_undo(actie: Bulkactie) -> bool:
    """True while it can be taken back."""
    return actie.begint_op is not None and actie.ongedaan_op is None and clock.now() <= undo_until(actie)


@requires("zaken.read")
@require_POST
def do(request: ActorRequest, actie_id: UUID) -> HttpResponse:
    """Do what was previewed: a few at once, many in the background."""
    actie = start_bulk(actie_id, actor=request.actor)
    if not actie.is_held and actie.regels.filter(stand=Bulkstand.WACHT).count() <= AT_ONCE:
        run_bulk(actie.pk, most=AT_ONCE)
    return redirect("werkplek:bulk", actie.pk)


@requires("zaken.read")
@require_POST
def undo(request: ActorRequest, actie_id: UUID) -> HttpResponse:
    """Take it back."""
    try:
        undo_bulk(actie_id, actor=request.actor)
    except NotFound:
        raise
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Ongedaan gemaakt. Wat een collega intussen veranderde, bleef zoals het is."))
    return redirect("werkplek:bulk", actie_id)


def safe_back(request: ActorRequest, url: str) -> str:
    """Where to go afterwards: a page of the werkplek, nothing else."""
    is_ours = url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()})
    return url if is_ours and url.startswith("/werkplek/") else "/werkplek/werk/"
