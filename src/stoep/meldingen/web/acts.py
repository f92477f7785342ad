"""What a handler does with a report. Every message is shown exactly as it will be sent, before it goes.

The preview works without JavaScript: the form is posted twice, first with `stap=voorbeeld` (shows), then with
`stap=versturen` (does).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stoep.berichten.commands.send_bericht import sign_off
from stoep.foundation import links, storage
from stoep.foundation.errors import DomainError, NotFound
from stoep.foundation.photos import prepare_photo
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.meldingen import queries
from stoep.meldingen.commands import (
    accept_melding,
    ask_melder,
    plan_melding,
    reassign_melding,
    recategorise_melding,
    resolve_melding,
    set_urgentie,
)
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.commands.keep_foto import keep_foto
from stoep.meldingen.errors import HerstelfotoExpired
from stoep.meldingen.models import Handeling, Melding, MeldingFoto
from stoep.meldingen.queries.samen import count_hearers
from stoep.meldingen.rules.berichtteksten import Berichttekst
from stoep.meldingen.rules.statussen import BY_DAAD, Daad, Stand, list_possible
from stoep.meldingen.web.act_forms import (
    AfhandelForm,
    BerichtForm,
    OnderwerpForm,
    OppakForm,
    OverdraagForm,
    PlanForm,
    SpoedForm,
    VraagForm,
)
from stoep.meldingen.web.gezien import look_back, seen_version
from stoep.meldingen.web.tekstcheck import Tekstcheck, check_text
from stoep.toegang.web.actors import ActorRequest

HERSTELFOTO = "meldingen.herstelfoto"
HERSTELFOTO_KEPT = 24 * 60 * 60


def page_of(melding: Melding) -> str:
    """Where the report is worked on: the page of its zaak, else the page of meldingen itself."""
    try:
        return reverse("werkplek:zaak", args=[melding.zaak_id])
    except NoReverseMatch:
        return reverse("meldingen:melding", args=[melding.pk])


TABLE = frozenset(daad.value for daad in Daad)
TITLES = {
    "melding": gettext_lazy("Melding"),
    "oppakken": gettext_lazy("Pak de melding op"),
    "overdragen": gettext_lazy("Draag de melding over"),
    "onderwerp": gettext_lazy("Verander het onderwerp"),
    "vragen": gettext_lazy("Stel de melder een vraag"),
    "inplannen": gettext_lazy("Plan het werk in"),
    "afhandelen": gettext_lazy("Handel de melding af"),
    "annuleren": gettext_lazy("Annuleer de melding"),
    "heropenen": gettext_lazy("Heropen de melding"),
    "toestaan": gettext_lazy("Sta het verzoek tot heropenen toe"),
    "afwijzen": gettext_lazy("Wijs het verzoek tot heropenen af"),
    "terugnemen": gettext_lazy("Neem het werk terug van extern"),
    "spoed": gettext_lazy("Spoed"),
}


def show(request: ActorRequest, template: str, melding: Melding, **context: Any) -> HttpResponse:
    """Draw the page of an act."""
    page = {
        "melding": melding,
        "terug": page_of(melding),
        "titel": TITLES[template],
        "overgang": BY_DAAD.get(Daad(template)) if template in TABLE else None,
        "check": check_of(context.get("form"), melding),
        "hoorders": count_hearers(melding),
        **look_back(request, melding),
        **context,
    }
    return render(request, f"meldingen/acts/{template}.html", page)


def check_of(form: Any, melding: Melding) -> Tekstcheck | None:
    """The advice about what was written; None while nothing is."""
    tekst = (getattr(form, "cleaned_data", None) or {}).get("tekst", "") if isinstance(form, BerichtForm) else ""
    return check_text(str(tekst), melding) if tekst else None


@requires("meldingen.read")
def melding(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """The report with its acts, for whoever comes here without the page of the zaak."""
    row = queries.get_melding(melding_id, request.actor)
    context = {
        "weergave": queries.show_to_melder(row),
        "meningen": queries.meningen_of(row),
        "verzoek": queries.open_heropenverzoek(row),
        "kan": {
            step.daad.value
            for step in list_possible(row.stand, is_deel=row.is_deel)
            if request.actor.may(step.wie, row)
        },
    }
    return show(request, "melding", row, **context)


@keeping_what_was_typed
@requires("zaken.set_status")
def accept(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Take the report on."""
    row = queries.get_melding(melding_id, request.actor)
    form = OppakForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            accept_melding(
                row.pk, bericht=form.cleaned_data["bericht"], versie=seen_version(request), actor=request.actor
            )
            messages.success(request, _("U behandelt nu melding {nummer}.").format(nummer=row.meldernummer))
            return redirect(page_of(row))
    voorbeeld = as_sent(queries.preview_message(row, handeling=Handeling.IN_BEHANDELING)) if row.wil_bericht else None
    return show(request, "oppakken", row, form=form, voorbeeld=voorbeeld)


@keeping_what_was_typed
@requires("zaken.assign")
def reassign(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Give the report to another colleague or group."""
    row = queries.get_melding(melding_id, request.actor)
    form = OverdraagForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            reassign_melding(row.pk, **form.for_command(), versie=seen_version(request), actor=request.actor)
            messages.success(request, _("Melding {nummer} is overgedragen.").format(nummer=row.meldernummer))
            return redirect(page_of(row))
    return show(request, "overdragen", row, form=form)


@keeping_what_was_typed
@requires("zaken.set_status")
def recategorise(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Put the report under another category; the rules decide anew who gets it."""
    row = queries.get_melding(melding_id, request.actor)
    form = OnderwerpForm(request.POST or None, initial={"categorie": row.categorie.slug})
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            recategorise_melding(
                row.pk, categorie=form.cleaned_data["categorie"], versie=seen_version(request), actor=request.actor
            )
            messages.success(request, _("Het onderwerp is veranderd. De melding is opnieuw toegewezen."))
            return redirect(page_of(row))
    return show(request, "onderwerp", row, form=form)


@dataclass(frozen=True, slots=True)
class Berichtdaad:
    """An act with a message to the reporter: its page, its form, the command and what is said when it is done."""

    naam: str
    form: type[BerichtForm]
    command: Callable[..., object]
    gedaan: str | Promise


VRAGEN = Berichtdaad(
    "vragen", VraagForm, ask_melder, gettext_lazy("De vraag is verstuurd. U hoort het als de melder antwoordt.")
)
INPLANNEN = Berichtdaad("inplannen", PlanForm, plan_melding, gettext_lazy("Het werk is ingepland."))
FOR_COMMAND = ("tekst", "onderwerp", "reden", "dag")


def with_message(request: ActorRequest, melding_id: UUID, daad: Berichtdaad, **context: Any) -> HttpResponse:
    """Write the message of an act, see it as it will be sent, send it and do the act."""
    row = queries.get_melding(melding_id, request.actor)
    form = begun(daad.form, request, row)
    if is_confirmed(request, form):
        with form.showing_domain_errors():
            data = {field: form.cleaned_data[field] for field in FOR_COMMAND if field in form.fields}
            daad.command(row.pk, **data, versie=seen_version(request), actor=request.actor)
            messages.success(request, str(daad.gedaan).format(nummer=row.meldernummer))
            return redirect(page_of(row))
    if row.stand is Stand.VERZOEK:
        context["verzoek"] = queries.open_heropenverzoek(row)
        context["fotos"] = MeldingFoto.objects.filter(melding=row, soort="heropenen")
    return show(request, daad.naam, row, form=form, voorbeeld=preview_of(request, form), **context)


@keeping_what_was_typed
@requires("zaken.set_status")
def ask(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Ask the reporter something."""
    return with_message(request, melding_id, VRAGEN)


@keeping_what_was_typed
@requires("zaken.set_status")
def plan(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Give the repair a day."""
    return with_message(request, melding_id, INPLANNEN)


@keeping_what_was_typed
@requires("zaken.set_status")
def hurry(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Say that a report has haste, or no longer has; the history keeps why."""
    row = queries.get_melding(melding_id, request.actor)
    form = SpoedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            spoed = request.POST.get("spoed") == "ja"
            reden = form.cleaned_data["reden"]
            set_urgentie(row.pk, spoed=spoed, reden=reden, versie=seen_version(request), actor=request.actor)
            told = _("Melding {nummer} heeft nu spoed.") if spoed else _("Melding {nummer} heeft geen spoed meer.")
            messages.success(request, told.format(nummer=row.meldernummer))
            return redirect(page_of(row))
    return show(request, "spoed", row, form=form)


@keeping_what_was_typed
@requires("zaken.close")
def resolve(request: ActorRequest, melding_id: UUID) -> HttpResponse:
    """Handle the report: outcome, text, photo of the repair."""
    row = queries.get_melding(melding_id, request.actor)
    form = begun(AfhandelForm, request, row)
    herstelfoto = keep_herstelfoto(request, form)
    if is_confirmed(request, form):
        with form.showing_domain_errors():
            data = form.cleaned_data
            resolve_melding(
                row.pk,
                tekst=data["tekst"],
                onderwerp=data["onderwerp"],
                uitkomst=data["uitkomst"],
                foto=read_herstelfoto(herstelfoto),
                versie=seen_version(request),
                actor=request.actor,
            )
            messages.success(request, _("Melding {nummer} is afgehandeld.").format(nummer=row.meldernummer))
            return redirect(page_of(row))
    return show(request, "afhandelen", row, form=form, voorbeeld=preview_of(request, form), herstelfoto=herstelfoto)


def begun(form_class: type[BerichtForm], request: ActorRequest, row: Melding) -> Any:
    """The form of an act: as it was posted, else begun with a standard text."""
    posted = request.method == "POST" and request.POST.get("stap") != "standaardtekst"
    form = form_class(request.POST if posted else None, request.FILES if posted else None, melding=row)
    if not posted:
        form.begin_with(str(request.GET.get("standaardtekst", "")))
    return form


def is_confirmed(request: ActorRequest, form: BerichtForm) -> bool:
    """True for the second post, after the preview, with everything right."""
    return request.method == "POST" and form.is_valid() and request.POST.get("stap") == "versturen"


def preview_of(request: ActorRequest, form: BerichtForm) -> Any:
    """The message as it will be sent; None while the form is being written or the reporter left no address."""
    if request.method != "POST" or not form.is_bound or not form.is_valid() or not form.melding.wil_bericht:
        return None
    data = form.cleaned_data
    if not data["tekst"]:
        return None
    return as_sent(
        queries.preview_message(
            form.melding,
            handeling=form.handeling(),
            tekst=data["tekst"],
            onderwerp=data["onderwerp"],
            dag=data.get("dag"),
        )
    )


def as_sent(bericht: Berichttekst) -> Berichttekst:
    """The message with our name and phone under it, as it goes out."""
    return Berichttekst(bericht.onderwerp, sign_off(bericht.tekst))


def keep_herstelfoto(request: ActorRequest, form: AfhandelForm) -> str:
    """Keep the photo between preview and sending: stored by hash, passed on as a signed token."""
    if not form.is_bound or not form.is_valid():
        return str(request.POST.get("herstelfoto", "")) if form.is_bound else ""
    file = form.cleaned_data["foto"]
    if file is None:
        return str(form.cleaned_data["herstelfoto"])
    try:
        photo = prepare_photo(file)
    except DomainError as error:
        form.add_error("foto", str(error))
        return ""
    return links.sign(HERSTELFOTO, keep_foto(photo.data))


def read_herstelfoto(token: str) -> Foto | None:
    """The photo that was kept; None when there is none. Raises HerstelfotoExpired."""
    if not token:
        return None
    try:
        with storage.open_stored(links.unsign(HERSTELFOTO, token, max_age=HERSTELFOTO_KEPT)) as file:
            return Foto(file.read())
    except NotFound as error:
        raise HerstelfotoExpired from error
