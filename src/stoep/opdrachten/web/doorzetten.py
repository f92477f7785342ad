"""Forward a report to a contractor. The mail and the message to the reporter are shown exactly as they will go.

Without JavaScript: the form is posted with `stap=voorbeeld` (shows), then with `stap=versturen` (does). What was
shown is remembered as a hash: when anything changed since, it is shown once more instead of sent.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stoep.berichten.commands.send_bericht import sign_off
from stoep.berichten.rules.persoonsgegevens import Vondst, find_persoonsgegevens
from stoep.foundation import clock
from stoep.foundation.errors import DomainError
from stoep.foundation.rows import new_id
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.queries import get_melding, preview_message
from stoep.opdrachten import queries
from stoep.opdrachten.commands import draft_opdracht, send_opdracht
from stoep.opdrachten.commands.send_opdracht import check_draft, take_nemer
from stoep.opdrachten.models import Opdracht
from stoep.opdrachten.rules.mailteksten import Mailtekst
from stoep.opdrachten.rules.termijnen import deadline_after, say_agreed, say_deadline
from stoep.opdrachten.web.staff_forms import DoorzetForm
from stoep.toegang.web.actors import ActorRequest


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """What will go: the mail, the message, and what may point at a person."""

    opdracht: Opdracht
    mail: Mailtekst
    bericht: Mailtekst | None
    sporen: list[Vondst]
    termijn: datetime

    @property
    def hash(self) -> str:
        """Recognises this preview."""
        parts = [self.opdracht.opdrachtnemer.email, self.mail.onderwerp, self.mail.tekst, self.termijn.isoformat()]
        if self.bericht:
            parts += [self.bericht.onderwerp, self.bericht.tekst]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def zaak_page(melding: Melding) -> str:
    """The page of the zaak; meldingen's own page when the werkplek is not there."""
    return f"/werkplek/zaken/{melding.zaak_id}/"


@keeping_what_was_typed
@requires("opdrachten.send")
def doorzetten(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Forward a report."""
    melding = get_melding(melding_id, request.actor)
    sleutel = read_sleutel(str(request.POST.get("sleutel", "")))
    if Opdracht.objects.filter(pk=sleutel, melding=melding).exists():  # a second click: it was sent before
        return redirect(zaak_page(melding))
    form = DoorzetForm(
        request.POST if request.method == "POST" else None,
        melding=melding,
        voorstellen=queries.propose_opdrachtnemers(melding),
    )
    voorbeeld, veranderd = None, False
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            voorbeeld = preview(form, sleutel, request)
            if request.POST.get("stap") == "versturen":
                veranderd = request.POST.get("gezien") != voorbeeld.hash
                if not veranderd:
                    opdracht = send(form, sleutel, voorbeeld.termijn, request)
                    naam = opdracht.opdrachtnemer.naam
                    messages.success(request, _("De opdracht is verstuurd naar {naam}.").format(naam=naam))
                    return redirect(zaak_page(melding))
    context = {
        "melding": melding,
        "form": form,
        "sleutel": sleutel,
        "voorbeeld": voorbeeld,
        "veranderd": veranderd,
        "waarom": why(form),
        "fotos": list(zip(melding.fotos.all(), form["fotos"].subwidgets, strict=False)),
        "terug": zaak_page(melding),
    }
    request.desk_path = "/werkplek/opdrachten/"  # type: ignore[attr-defined]
    return render(request, "opdrachten/doorzetten.html", context)


def why(form: DoorzetForm) -> str:
    """Why this contractor is proposed, and until when it would have; nothing when none fits."""
    best = next(iter(form.voorstellen.values()), None)
    if best is None:
        return ""
    now = clock.now().astimezone(clock.AMSTERDAM)
    dag = say_deadline(deadline_after(now, werkdagen=best.aanbod.werkdagen), spoed=False)
    agreed = say_agreed(werkdagen=best.aanbod.werkdagen)
    return _("{waarom} Afgesproken: {termijn}, dus klaar uiterlijk {dag}.").format(
        waarom=best.waarom, termijn=agreed, dag=dag
    )


def read_sleutel(typed: str) -> UUID:
    """The id that the order will have: chosen when the form is opened, the same for preview and sending."""
    try:
        found = UUID(typed)
    except ValueError:
        return new_id()
    return found if found.version == new_id().version else new_id()


def kept_termijn(form: DoorzetForm, request: ActorRequest) -> datetime:
    """The moment of the preview, as long as it is the one that was agreed: minutes later it is still the same mail."""
    now = clock.now().astimezone(clock.AMSTERDAM)
    fresh = form.deadline(now)
    try:
        shown = datetime.fromisoformat(str(request.POST.get("klaar", ""))).astimezone(clock.AMSTERDAM)
    except (ValueError, OverflowError):
        return fresh
    return shown if now < shown <= fresh and (fresh - shown).total_seconds() < LONGEST_PREVIEW else fresh


LONGEST_PREVIEW = 1800


def preview(form: DoorzetForm, sleutel: UUID, request: ActorRequest) -> Voorbeeld:
    """The order, the mail and the message, nothing stored. Raises what sending would raise."""
    data, melding = form.cleaned_data, form.melding
    termijn = kept_termijn(form, request)
    opdracht = draft_opdracht(
        melding,
        opdracht_id=sleutel,
        opdrachtnemer=take_nemer(UUID(data["opdrachtnemer"])),
        wat=data["wat"],
        termijn=termijn,
        spoed=data["spoed"],
        door=request.actor.name,
    )
    check_draft(opdracht)
    mail = queries.preview_opdracht(opdracht, fotos=len(data["fotos"]))
    bericht = None
    if data.get("tekst"):
        text = preview_message(melding, handeling=Handeling.DOORGEZET, tekst=data["tekst"], onderwerp=data["onderwerp"])
        bericht = Mailtekst(text.onderwerp, sign_off(text.tekst))
    return Voorbeeld(
        opdracht,
        Mailtekst(mail.onderwerp, sign_off(mail.tekst)),
        bericht,
        find_persoonsgegevens(data["wat"], names=[melding.naam]),
        termijn,
    )


def send(form: DoorzetForm, sleutel: UUID, termijn: datetime, request: ActorRequest) -> Opdracht:
    """Send what the preview showed."""
    data = form.cleaned_data
    try:
        return send_opdracht(
            form.melding.pk,
            opdracht_id=sleutel,
            opdrachtnemer_id=UUID(data["opdrachtnemer"]),
            wat=data["wat"],
            termijn=termijn,
            spoed=data["spoed"],
            foto_ids=form.foto_ids(),
            melder_tekst=data.get("tekst", ""),
            melder_onderwerp=data.get("onderwerp", ""),
            meld_planning=data.get("meld_planning", False),
            actor=request.actor,
        )
    except DomainError as error:
        if error.field not in form.fields:
            error.field = None
        raise


def doorzet_url(melding: Melding) -> str:
    """Where a report is forwarded, for whoever shows the report."""
    return reverse("opdrachten:doorzetten", args=[melding.pk])
