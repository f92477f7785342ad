"""Departments, employees and groups, for whoever manages the organisation."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stoep.foundation import clock
from stoep.foundation.errors import Conflict
from stoep.foundation.web.forms import visible
from stoep.foundation.web.pages import page_of
from stoep.foundation.web.permissions import requires
from stoep.organisatie import queries
from stoep.organisatie.commands import (
    activate_medewerker,
    change_afdeling,
    change_medewerker,
    create_afdeling,
    create_medewerker,
    deactivate_medewerker,
    remove_afdeling,
)
from stoep.organisatie.web.forms import AfdelingForm, MedewerkerForm, NewAfdelingForm, NewMedewerkerForm
from stoep.toegang.web.actors import StaffRequest

MANAGE = "organisatie.manage"


def columns_of(*labels: str) -> list[dict[str, str]]:
    """The heads of a table."""
    return [{"label": label} for label in labels]


@requires(MANAGE)
def medewerkers(request: StaffRequest) -> HttpResponse:
    """Everybody who works here, with the hours they are there this week."""
    search = visible(request.GET.get("q", ""))[:100]
    former = "oud" in request.GET
    page = page_of(request, queries.list_medewerkers(search=search, include_former=former))
    hours = queries.hours_present([medewerker.pk for medewerker in page], clock.today())
    rows = [(medewerker, hours[medewerker.pk]) for medewerker in page]
    columns = columns_of(_("Naam"), _("Afdeling"), _("Bereikbaar"))
    columns.append({"label": _("Uren deze week"), "kind": "number"})
    context = {"page": page, "rows": rows, "search": search, "former": former, "columns": columns}
    return render(request, "organisatie/medewerkers.html", context)


@requires(MANAGE)
def medewerker_create(request: StaffRequest) -> HttpResponse:
    """Register an employee."""
    form = NewMedewerkerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            fields = fields_of(form.cleaned_data)
            account = fields.pop("account")
            created = create_medewerker(account_id=account.pk, **fields, actor=request.actor)
            messages.success(request, _("De medewerker is toegevoegd."))
            return redirect("organisatie:medewerker", created.pk)
    return render(request, "organisatie/medewerker_create.html", {"form": form})


@requires(MANAGE)
def medewerker(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """One employee."""
    found = queries.get_medewerker(medewerker_id, request.actor)
    names = ("naam", "functie", "afdeling", "email", "telefoon", "uren_per_week")
    form = MedewerkerForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            change_medewerker(found.pk, **fields_of(form.cleaned_data), actor=request.actor)
            messages.success(request, _("De gegevens zijn opgeslagen."))
            return redirect("organisatie:medewerker", found.pk)
    context = {"medewerker": found, "form": form, "groepen": queries.groepen_of(found)}
    return render(request, "organisatie/medewerker.html", context)


def fields_of(cleaned: dict[str, Any]) -> dict[str, Any]:
    """What was typed, with the department as its id."""
    fields = dict(cleaned)
    fields["afdeling_id"] = fields.pop("afdeling").pk
    return fields


@requires(MANAGE)
@require_POST
def medewerker_leaves(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """Record that somebody left."""
    deactivate_medewerker(medewerker_id, actor=request.actor)
    messages.success(request, _("De medewerker staat als vertrokken. Zet ook het account uit."))
    return redirect("organisatie:medewerker", medewerker_id)


@requires(MANAGE)
@require_POST
def medewerker_returns(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """Record that somebody is back."""
    activate_medewerker(medewerker_id, actor=request.actor)
    messages.success(request, _("De medewerker werkt hier weer."))
    return redirect("organisatie:medewerker", medewerker_id)


@requires(MANAGE)
def afdelingen(request: StaffRequest) -> HttpResponse:
    """All departments."""
    columns = columns_of(_("Afdeling"), _("Telefoon"))
    columns += [{"label": _("Medewerkers"), "kind": "number"}, {"label": _("Groepen"), "kind": "number"}]
    context = {"afdelingen": queries.list_afdelingen(), "columns": columns}
    return render(request, "organisatie/afdelingen.html", context)


@requires(MANAGE)
def afdeling_create(request: StaffRequest) -> HttpResponse:
    """Add a department."""
    form = NewAfdelingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            create_afdeling(**form.cleaned_data, actor=request.actor)
            messages.success(request, _("De afdeling is toegevoegd."))
            return redirect("organisatie:afdelingen")
    return render(request, "organisatie/afdeling_create.html", {"form": form})


@requires(MANAGE)
def afdeling(request: StaffRequest, code: str) -> HttpResponse:
    """One department."""
    found = queries.get_afdeling(code)
    form = AfdelingForm(request.POST or None, initial={"naam": found.naam, "telefoon": found.telefoon})
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            change_afdeling(found.pk, **form.cleaned_data, actor=request.actor)
            messages.success(request, _("De afdeling is opgeslagen."))
            return redirect("organisatie:afdeling", code)
    return render(request, "organisatie/afdeling.html", {"afdeling": found, "form": form})


@requires(MANAGE)
@require_POST
def afdeling_remove(request: StaffRequest, code: str) -> HttpResponse:
    """Remove an empty department."""
    try:
        remove_afdeling(queries.get_afdeling(code).pk, actor=request.actor)
    except Conflict as refusal:
        messages.error(request, str(refusal))
        return redirect("organisatie:afdeling", code)
    messages.success(request, _("De afdeling is verwijderd."))
    return redirect("organisatie:afdelingen")
