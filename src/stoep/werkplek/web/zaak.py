"""The page of a zaak: what is asked, what to do, what happened, what belongs with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stoep.berichten.queries import berichten_of
from stoep.foundation.errors import NotFound
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.meldingen.commands import note_bekijker
from stoep.meldingen.models import Melding
from stoep.meldingen.queries import show_met_elkaar
from stoep.meldingen.queries.samen import count_ending
from stoep.meldingen.rules.statussen import Daad as Stap
from stoep.meldingen.rules.statussen import Stand, list_possible
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek import queries
from stoep.werkplek.queries.zaakpagina import Zaakpagina
from stoep.werkplek.web.zaak_forms import NaarForm, NotitieForm, RedenForm
from stoep.zaken.commands import add_notitie, assign_zaak, extend_zaak, reopen_zaak, resume_zaak, suspend_zaak
from stoep.zaken.models import Zaak
from stoep.zaken.queries import get_zaak

WAITING = (Stand.GEMELD, Stand.REACTIE_ONTVANGEN, Stand.HEROPEND)


@dataclass(frozen=True, slots=True)
class Daad:
    """Something that can be done now with this zaak."""

    label: str
    url: str
    icoon: str = ""


@requires("zaken.read")
def show(request: ActorRequest, zaak_id: UUID) -> HttpResponse:
    """The page of a zaak."""
    return draw(request, zaak_id, NotitieForm())


@keeping_what_was_typed
@requires("zaken.note")
def note(request: ActorRequest, zaak_id: UUID) -> HttpResponse:
    """Write a note; what was typed stays when it is refused."""
    get_zaak(zaak_id, request.actor)
    form = NotitieForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            add_notitie(zaak_id, tekst=form.cleaned_data["tekst"], actor=request.actor)
            messages.success(request, _("De notitie is bewaard."))
            return redirect("werkplek:zaak", zaak_id)
    return draw(request, zaak_id, form)


def draw(request: ActorRequest, zaak_id: UUID, form: NotitieForm) -> HttpResponse:
    """Draw the page with everything that belongs to the zaak."""
    pagina = queries.show_zaak(zaak_id, request.actor)
    medewerker = medewerker_of(request.actor)
    is_mine = medewerker is not None and pagina.zaak.behandelaar_id == medewerker.pk
    request.desk_path = "/werkplek/werk/" if is_mine else request.path  # type: ignore[attr-defined]
    if pagina.melding is not None and not pagina.zaak.is_closed:
        note_bekijker(pagina.melding.pk, actor=request.actor)
    context = {
        "pagina": pagina,
        "samen": show_met_elkaar(pagina.melding, request.actor) if pagina.melding else None,
        "nog_te_sluiten": count_ending(pagina.melding) if pagina.melding and not pagina.zaak.is_closed else None,
        "mag_samenvoegen": not pagina.zaak.is_closed and request.actor.may("zaken.set_status", pagina.zaak),
        "regel": pagina.regel,
        "zaak": pagina.zaak,
        "melding": pagina.melding,
        "weergave": pagina.weergave,
        "form": form,
        "is_mine": is_mine,
        "lijst": ("/werkplek/werk/", _("Mijn werk")) if is_mine else ("/werkplek/zaken/", _("Alle zaken")),
        **acts_of(request, pagina, is_mine=is_mine),
    }
    return render(request, "werkplek/zaak.html", context)


def acts_of(request: ActorRequest, pagina: Zaakpagina, *, is_mine: bool) -> dict[str, Any]:
    """The acts that this actor may do now: one that matters most, a few beside it, the rest in a menu."""
    zaak, melding = pagina.zaak, pagina.melding

    def may(right: str) -> bool:
        return request.actor.may(right, zaak)

    def of_melding(name: str) -> str:
        return reverse(f"meldingen:{name}", args=[melding.pk]) if melding else ""

    def of_zaak(name: str) -> str:
        return reverse(f"werkplek:{name}", args=[zaak.pk])

    acts: dict[str, Any] = dict.fromkeys(("neem", "vraag", "plan", "handel_af"))
    acts |= {"meer": [], "noteer": may("zaken.note")}
    can = {row.daad for row in list_possible(melding.stand, is_deel=melding.is_deel)} if melding else set()
    if zaak.is_closed:
        acts.update(acts_after_end(request, pagina, can))
        return acts
    if melding and may("zaken.set_status"):
        takes = Stap.OPPAKKEN in can and not (is_mine and has_begun(zaak))
        acts["neem"] = Daad(_("Neem in behandeling"), of_melding("oppakken")) if takes else None
        acts["plan"] = Daad(_("Plan het herstel"), of_melding("inplannen")) if Stap.INPLANNEN in can else None
        asks = melding.wil_bericht and Stap.VRAGEN in can
        acts["vraag"] = Daad(_("Vraag melder"), of_melding("vragen")) if asks else None
    if melding and may("zaken.close") and Stap.AFHANDELEN in can:
        acts["handel_af"] = Daad(_("Handel af"), of_melding("afhandelen"))
    more = [
        (
            "zaken.close",
            _("Handel af"),
            acts["neem"] and acts["handel_af"] and of_melding("afhandelen"),
            "circle-check",
        ),
        ("zaken.set_status", _("Neem terug van extern"), Stap.TERUGNEMEN in can and of_melding("terugnemen"), "undo-2"),
        ("opdrachten.send", _("Zet door naar aannemer"), Stap.DOORZETTEN in can and to_nemer(melding), "hard-hat"),
        ("zaken.assign", _("Draag over"), of_melding("overdragen") or of_zaak("toewijzen"), "user-round-pen"),
        ("zaken.set_status", _("Ander onderwerp"), of_melding("onderwerp"), "tag"),
        ("buitendienst.walk", _("Zet op een ronde"), melding and on_a_round(melding), "footprints"),
        ("zaken.extend", _("Verleng de termijn"), can_extend(zaak) and of_zaak("verlengen"), "calendar-plus"),
        ("zaken.suspend", _("Zet de termijn stil"), can_suspend(zaak) and of_zaak("opschorten"), "pause"),
        ("zaken.suspend", _("Laat de termijn weer lopen"), zaak.is_suspended and of_zaak("hervatten"), "play"),
        ("zaken.set_status", hurry_label(melding), of_melding("spoed"), "zap"),
        ("zaken.close", _("Annuleer"), Stap.ANNULEREN in can and of_melding("annuleren"), "circle-x"),
    ]
    acts["meer"] = [Daad(label, url, icon) for right, label, url, icon in more if url and may(right)]
    return acts


def hurry_label(melding: Melding | None) -> str:
    """What can be done about the haste of a report."""
    return _("Haal de spoed weg") if melding and melding.is_spoed else _("Geef spoed")


def to_nemer(melding: Melding | None) -> str:
    """Where a report is forwarded to a contractor."""
    return reverse("opdrachten:doorzetten", args=[melding.pk]) if melding else ""


def on_a_round(melding: Melding) -> str:
    """Where a report is put on the round of an inspector."""
    return f"{reverse('buitendienst:toevoegen')}?melding={melding.pk}"


def acts_after_end(request: ActorRequest, pagina: Zaakpagina, can: set[Stap]) -> dict[str, Any]:
    """What can be done with a closed zaak: decide about the request of a reporter, or reopen."""
    zaak, melding = pagina.zaak, pagina.melding
    if melding is None:
        may = request.actor.may("zaken.reopen", zaak)
        return {
            "meer": [Daad(_("Heropen"), reverse("werkplek:heropenen", args=[zaak.pk]), "rotate-ccw")] if may else []
        }
    if not request.actor.may("meldingen.reopen", zaak):
        return {}
    key = [melding.pk]
    if Stap.TOESTAAN in can:
        return {
            "neem": Daad(_("Heropen op verzoek"), reverse("meldingen:toestaan", args=key)),
            "vraag": Daad(_("Wijs verzoek af"), reverse("meldingen:afwijzen", args=key)),
        }
    return {"meer": [Daad(_("Heropen"), reverse("meldingen:heropenen", args=key), "rotate-ccw")]}


def has_begun(zaak: Zaak) -> bool:
    """True once somebody took it up, and nothing came back since that waits to be taken up again."""
    return zaak.statustype is not None and zaak.statustype.omschrijving not in WAITING


def can_extend(zaak: Zaak) -> bool:
    """True when the type allows an extension and it was not used."""
    return bool(zaak.zaaktype.verlenging_mogelijk and not zaak.verlenging_duur)


def can_suspend(zaak: Zaak) -> bool:
    """True when the type allows it and the term runs."""
    return bool(zaak.zaaktype.opschorting_en_aanhouding_mogelijk and not zaak.is_suspended)


@keeping_what_was_typed
@requires("zaken.extend")
def extend(request: ActorRequest, zaak_id: UUID) -> HttpResponse:
    """Extend the legal term, once, with a reason."""
    return with_reason(request, zaak_id, extend_zaak, _("Verleng de termijn"), _("De termijn is verlengd."))


@keeping_what_was_typed
@requires("zaken.suspend")
def suspend(request: ActorRequest, zaak_id: UUID) -> HttpResponse:
    """Let the term stand still, with a reason."""
    return with_reason(request, zaak_id, suspend_zaak, _("Zet de termijn stil"), _("De termijn staat stil."))


@keeping_what_was_typed
@requires("zaken.suspend")
def resume(request: ActorRequest, zaak_id: UUID) -> HttpResponse:
    """Let the term run again."""

    def act(key: UUID, *, reden: str, actor: Any) -> Zaak:
        return resume_zaak(key, toelichting=reden, actor=actor)

    return with_reason(request, zaak_id, act, _("Laat de termijn weer lopen"), _("De termijn loopt weer."))


@keeping_what_was_typed
@requires("zaken.reopen")
def reopen(request: ActorRequest, zaak_id: UUID) -> HttpResponse:
    """Open a closed zaak again, with a reason."""
    return with_reason(request, zaak_id, reopen_zaak, _("Heropen de zaak"), _("De zaak is weer open."))


def with_reason(request: ActorRequest, zaak_id: UUID, command: Any, titel: str, done: str) -> HttpResponse:
    """An act that asks why. A refusal stands above the form, with the typed reason still in it."""
    zaak = get_zaak(zaak_id, request.actor)
    form = RedenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            command(zaak_id, reden=form.cleaned_data["reden"], actor=request.actor)
            messages.success(request, done)
            return redirect("werkplek:zaak", zaak_id)
    return render(request, "werkplek/reden.html", {"form": form, "zaak": zaak, "titel": titel})


@keeping_what_was_typed
@requires("zaken.assign")
def assign(request: ActorRequest, zaak_id: UUID) -> HttpResponse:
    """Give a zaak to a colleague or a group."""
    zaak = get_zaak(zaak_id, request.actor)
    form = NaarForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            assign_zaak(zaak_id, **form.for_command(), actor=request.actor)
            messages.success(request, _("De zaak is nu van {naam}.").format(naam=form.naar_naam))
            return redirect("werkplek:zaak", zaak_id)
    return render(request, "werkplek/toewijzen.html", {"form": form, "zaak": zaak})


@requires("zaken.read")
def bericht(request: ActorRequest, zaak_id: UUID, bericht_id: UUID) -> HttpResponse:
    """A message as it went out, with the proof."""
    zaak = get_zaak(zaak_id, request.actor)
    found = berichten_of(zaak.ref).filter(pk=bericht_id).first()
    if found is None:
        raise NotFound
    return render(request, "werkplek/bericht.html", {"zaak": zaak, "bericht": found})
