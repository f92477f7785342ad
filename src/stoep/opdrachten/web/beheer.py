"""Contractors and what was agreed with them: list, make, change, retire."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseFormSet, formset_factory
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stoep.foundation import clock
from stoep.foundation.web.permissions import requires
from stoep.gebieden.queries import list_gebieden
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.meldingen.queries import list_categorieen
from stoep.opdrachten import queries
from stoep.opdrachten.commands import Termijnafspraak, put_opdrachtnemer, restore_opdrachtnemer, retire_opdrachtnemer
from stoep.opdrachten.models import Opdrachtnemer
from stoep.opdrachten.web.staff_forms import AfspraakForm, OpdrachtnemerForm
from stoep.toegang.web.actors import ActorRequest

FIELDS = ("naam", "email", "telefoon", "contactpersoon", "contractnummer", "gebieden", "versie")
EMPTY_LINES = 3
MOST_LINES = 60
MEASURED = timedelta(days=365)


@requires("opdrachten.manage")
def overview(request: ActorRequest) -> HttpResponse:
    """All contractors, with how they did in the last year."""
    now = clock.now()
    measured = {one.opdrachtnemer_id: one for one in queries.measure_prestaties(request.actor, now - MEASURED, now)}
    rows = [(row, measured.get(row.pk)) for row in queries.list_opdrachtnemers(request.actor)]
    return render(request, "opdrachten/opdrachtnemers.html", {"rows": rows})


@keeping_what_was_typed
@requires("opdrachten.manage")
def add(request: ActorRequest) -> HttpResponse:
    """Make a contractor."""
    return edit(request, None)


@keeping_what_was_typed
@requires("opdrachten.manage")
def change(request: ActorRequest, opdrachtnemer_id: UUID) -> HttpResponse:
    """Change a contractor."""
    return edit(request, queries.get_opdrachtnemer(opdrachtnemer_id, request.actor))


def edit(request: ActorRequest, row: Opdrachtnemer | None) -> HttpResponse:
    """The form of a contractor with its agreements; 'Nog een regel' adds lines without JavaScript."""
    initial: dict[str, Any] = {name: getattr(row, name) for name in FIELDS} if row else {}
    posted = request.POST if request.method == "POST" else None
    form = OpdrachtnemerForm(posted, initial=initial)
    gebieden = [(one.code, one.naam) for one in list_gebieden() if one.soort != "gemeente"]
    form.fields["gebieden"].choices = gebieden  # type: ignore[attr-defined]
    lines = afspraken_of(row, posted)
    if posted is not None and posted.get("stap") == "regel":
        lines = one_more(posted)
    elif posted is not None and form.is_valid() and lines.is_valid() and stored(request, form, lines, row):
        return redirect("opdrachten:opdrachtnemers")
    context = {"form": form, "lines": lines, "row": row, "lopend": count_running(row)}
    return render(request, "opdrachten/opdrachtnemer.html", context)


def formset(extra: int) -> type[BaseFormSet[AfspraakForm]]:
    """The lines of agreements."""
    return formset_factory(AfspraakForm, extra=extra, max_num=MOST_LINES, absolute_max=MOST_LINES)


def keuzes() -> list[Any]:
    """What an agreement may be about: a whole group, or one subject."""
    groups = list_categorieen()
    whole = [(one.hoofd.slug, one.hoofd.naam) for one in groups]
    narrow = [(one.hoofd.naam, [(sub.slug, sub.naam) for sub in one.subcategorieen]) for one in groups]
    return [("", "-"), (_("Hele groepen"), whole), *narrow]


def afspraken_of(row: Opdrachtnemer | None, posted: Any) -> BaseFormSet[AfspraakForm]:
    """The lines as they are, or as they were posted."""
    initial = []
    if row is not None:
        initial = [
            {"categorie": one.categorie.slug, "werkdagen": one.werkdagen, "spoed_uren": one.spoed_uren}
            for one in sorted(row.afspraken.all(), key=lambda one: one.categorie.naam)
        ]
    return formset(EMPTY_LINES)(posted, initial=initial, prefix="afspraak", form_kwargs={"keuzes": keuzes()})


def one_more(posted: Any) -> BaseFormSet[AfspraakForm]:
    """The lines as they were typed, and empty ones below."""
    data = posted.copy()
    try:
        number = int(data.get("afspraak-TOTAL_FORMS", "0"))
    except ValueError:
        number = 0
    data["afspraak-TOTAL_FORMS"] = str(min(max(number, 0) + EMPTY_LINES, MOST_LINES))
    return formset(0)(data, prefix="afspraak", form_kwargs={"keuzes": keuzes()})


def count_running(row: Opdrachtnemer | None) -> int:
    """How many orders run with this contractor."""
    return row.opdrachten.open().count() if row else 0


def stored(
    request: ActorRequest, form: OpdrachtnemerForm, lines: BaseFormSet[AfspraakForm], row: Opdrachtnemer | None
) -> bool:
    """Store what the form holds; False shows the form again."""
    afspraken = [
        Termijnafspraak(line["categorie"], line["werkdagen"], line["spoed_uren"])
        for line in (each.cleaned_data for each in lines)
        if line.get("categorie")
    ]
    with form.showing_domain_errors():
        put_opdrachtnemer(
            **form.cleaned_data, afspraken=afspraken, opdrachtnemer_id=row.pk if row else None, actor=request.actor
        )
        messages.success(request, _("{naam} is bewaard.").format(naam=form.cleaned_data["naam"]))
        return True
    return False


@requires("opdrachten.manage")
@require_POST
def retire(request: ActorRequest, opdrachtnemer_id: UUID) -> HttpResponse:
    """Give no new orders; what runs goes on."""
    row = retire_opdrachtnemer(opdrachtnemer_id, actor=request.actor)
    running = count_running(row)
    text = _("{naam} krijgt geen nieuwe opdrachten meer.").format(naam=row.naam)
    if running:
        text += " " + _("{aantal} lopende opdrachten gaan door.").format(aantal=running)
    messages.success(request, text)
    return redirect("opdrachten:opdrachtnemers")


@requires("opdrachten.manage")
@require_POST
def restore(request: ActorRequest, opdrachtnemer_id: UUID) -> HttpResponse:
    """Give new orders again."""
    row = restore_opdrachtnemer(opdrachtnemer_id, actor=request.actor)
    messages.success(request, _("{naam} krijgt weer opdrachten.").format(naam=row.naam))
    return redirect("opdrachten:opdrachtnemers")
