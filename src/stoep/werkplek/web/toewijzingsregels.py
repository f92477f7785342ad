"""Assignment rules as sentences, what was found about them, and what a change would have done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek import regelzinnen
from stoep.werkplek.queries.regels import DAYS_BACK, recent_feiten
from stoep.werkplek.regelzinnen import Gelezen, sentence_of
from stoep.werkplek.web.regelforms import Keuzes, RegelForm, VraagForm
from stoep.werkplek.web.regelproef import now_as_initial
from stoep.zaken.commands import put_toewijzingsregel
from stoep.zaken.models import Toewijzingsregel
from stoep.zaken.queries.bezetting import as_regel, load_regels
from stoep.zaken.queries.regels import get_regel, list_regels, list_versies, load_bemensing
from stoep.zaken.rules.dekking import check_dekking, check_doelen
from stoep.zaken.rules.proefdraaien import NIEMAND, Doel, compare_regels
from stoep.zaken.rules.toewijzing import Regel

FIELDS = (
    "naam",
    "prioriteit",
    "actief",
    "categorieen",
    "gebieden",
    "kanalen",
    "weekdagen",
    "alleen_spoed",
    "uur_van",
    "uur_tot",
    "kies_lid",
    "groep_id",
    "medewerker_id",
)
MOST_SAID = 8


@requires("zaken.manage_rules")
def overview(request: ActorRequest) -> HttpResponse:
    """All rules in the order in which they are looked at, with gaps and contradictions."""
    found = Keuzes.read()
    namen = found.namen
    regels = list(list_regels(request.actor))
    rules = [{"regel": regel, "zin": sentence_of(regel, namen)} for regel in regels]
    context = {
        "rules": rules,
        "bevindingen": tell_findings([as_regel(one) for one in regels if one.actief], found),
        "form": VraagForm(found=found, initial=now_as_initial()),
    }
    return render(request, "werkplek/toewijzingsregels.html", context)


def tell_findings(regels: Sequence[Regel], found: Keuzes) -> list[dict[str, Any]]:
    """Gaps, loose ends, contradictions and rules that never decide, as sentences under their heading."""
    if not regels or not found.onderwerpen:
        return []
    namen, wereld = found.namen, found.wereld
    dekking = check_dekking(regels, wereld)
    parts = [
        ("error", _("Niemand krijgt dit"), [regelzinnen.say_gat(one, namen, wereld) for one in dekking.gaten]),
        (
            "error",
            _("Regels die bij niemand uitkomen"),
            [regelzinnen.say_loopspoor(one, namen) for one in check_doelen(regels, load_bemensing())],
        ),
        (
            "warn",
            _("Regels die elkaar tegenspreken"),
            [regelzinnen.say_tegenspraak(one, namen, wereld) for one in dekking.tegenspraken],
        ),
        ("info", _("Regels die nooit beslissen"), [regelzinnen.say_nooit(one) for one in dekking.nooit]),
    ]
    return [
        {"tone": tone, "titel": title, "zinnen": said[:MOST_SAID], "meer": max(len(said) - MOST_SAID, 0)}
        for tone, title, said in parts
        if said
    ]


@keeping_what_was_typed
@requires("zaken.manage_rules")
def add(request: ActorRequest) -> HttpResponse:
    """Write a rule."""
    found = Keuzes.read()
    form = RegelForm(request.POST or None, found=found)
    return show_form(request, form, found, None)


@keeping_what_was_typed
@requires("zaken.manage_rules")
def change(request: ActorRequest, regel_id: UUID) -> HttpResponse:
    """Change a rule; its name stays, because the history of zaken names it."""
    regel = get_regel(regel_id, request.actor)
    found = Keuzes.read()
    versies = list_versies(regel, request.actor)
    initial = {name: getattr(regel, name) for name in FIELDS}
    initial["versie"] = versies[0].nummer if versies else None
    form = RegelForm(request.POST or None, found=found, initial=initial)
    form.fields["naam"].disabled = True
    return show_form(request, form, found, regel)


def show_form(request: ActorRequest, form: RegelForm, found: Keuzes, regel: Toewijzingsregel | None) -> HttpResponse:
    """The form; with what it would have done when that was asked; or on to the list when it was stored."""
    proef = None
    if request.method == "POST" and form.is_valid():
        if "proef" in request.POST:
            proef = try_out(request, form.cleaned_data, found)
        elif stored(request, form):
            return redirect("werkplek:toewijzingsregels")
    return render(request, "werkplek/toewijzingsregel.html", {"form": form, "regel": regel, "proef": proef})


def stored(request: ActorRequest, form: RegelForm) -> bool:
    """Store what the form holds; False shows the form again."""
    with form.showing_domain_errors():
        put_toewijzingsregel(**form.cleaned_data, actor=request.actor)
        messages.success(request, _("De regel is bewaard. Hij geldt voor nieuwe meldingen."))
        return True
    return False


def try_out(request: ActorRequest, values: dict[str, Any], found: Keuzes) -> dict[str, Any]:
    """What the rule of the form would have done to the reports of the last weeks, and what it would leave open."""
    namen = found.namen
    now = load_regels()
    then = [one for one in now if one.naam != values["naam"]] + ([as_value(values)] if values["actief"] else [])
    proef = compare_regels(now, then, recent_feiten(request.actor))
    before, after = ({say["titel"]: say["zinnen"] for say in tell_findings(one, found)} for one in (now, then))
    return {
        "zin": sentence_of(Gelezen(**{name: values[name] for name in Gelezen.__dataclass_fields__}), namen),
        "dagen": DAYS_BACK,
        "gekeken": proef.gekeken,
        "anders": proef.anders,
        "zonder_regel": proef.zonder_regel,
        "rijen": [
            {"cells": [{"text": say_doel(one.van, found)}, {"text": say_doel(one.naar, found)}, {"text": one.aantal}]}
            for one in proef.verschuivingen
        ],
        "nieuw": [zin for titel, said in after.items() for zin in said if zin not in before.get(titel, ())],
        "opgelost": [zin for titel, said in before.items() for zin in said if zin not in after.get(titel, ())],
    }


def as_value(values: dict[str, Any]) -> Regel:
    """The rule of the form as the rules know it."""
    return Regel(
        naam=values["naam"],
        medewerker=values["medewerker_id"],
        groep=values["groep_id"],
        prioriteit=values["prioriteit"],
        categorieen=frozenset(values["categorieen"]),
        gebieden=frozenset(values["gebieden"]),
        kanalen=frozenset(values["kanalen"]),
        weekdagen=frozenset(values["weekdagen"]),
        alleen_spoed=values["alleen_spoed"],
        uur_van=values["uur_van"],
        uur_tot=values["uur_tot"],
    )


def say_doel(doel: Doel, found: Keuzes) -> str:
    """Who gets it, by name."""
    return _("Niemand") if doel == NIEMAND else found.namen.doel(*doel)
