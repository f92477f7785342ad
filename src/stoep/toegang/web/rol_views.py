"""Roles and their rights, for functioneel beheer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stoep.foundation.errors import Conflict
from stoep.foundation.web.permissions import requires
from stoep.toegang import queries
from stoep.toegang.commands import change_rol, create_rol, remove_rol
from stoep.toegang.models import Rol
from stoep.toegang.rules.rechten import label_of
from stoep.toegang.web.actors import StaffRequest
from stoep.toegang.web.forms import NewRolForm, RolForm, grant_key

MANAGE = "toegang.manage"


@requires(MANAGE)
def rollen(request: StaffRequest) -> HttpResponse:
    """All roles, with how many people have them."""
    columns = [{"label": _("Rol")}, {"label": _("Rechten"), "kind": "number"}, {"label": _("Mensen"), "kind": "number"}]
    return render(request, "toegang/rollen.html", {"rollen": queries.list_rollen(request.actor), "columns": columns})


@requires(MANAGE)
def rol_create(request: StaffRequest) -> HttpResponse:
    """Add a role."""
    form = NewRolForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            created = create_rol(
                code=form.cleaned_data["code"],
                naam=form.cleaned_data["naam"],
                omschrijving=form.cleaned_data["omschrijving"],
                rechten=form.grants(),
                actor=request.actor,
            )
            messages.success(request, _("De rol is toegevoegd. Geef de rol nu aan medewerkers."))
            return redirect("toegang:rol", created.code)
    return render(request, "toegang/rol_create.html", {"form": form})


@requires(MANAGE)
def rol(request: StaffRequest, code: str) -> HttpResponse:
    """One role: what it may, and changing that."""
    found = queries.get_rol(code, request.actor)
    present = [recht.grant for recht in found.rechten.all()]
    initial = {"naam": found.naam, "omschrijving": found.omschrijving}
    form = RolForm(request.POST or None, initial=initial, present=present)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            change_rol(
                found.pk,
                naam=form.cleaned_data["naam"],
                omschrijving=form.cleaned_data["omschrijving"],
                rechten=form.grants(),
                actor=request.actor,
            )
            messages.success(request, _("De rol is opgeslagen. De rechten gelden vanaf nu."))
            return redirect("toegang:rol", found.code)
    columns = [{"label": label} for label in (_("Recht"), _("Zaaktype"), _("Tot en met"), _("Intrekken"))]
    context = {"rol": found, "form": form, "rechten": described(found, form), "columns": columns}
    return render(request, "toegang/rol.html", context)


def described(rol: Rol, form: RolForm) -> list[dict[str, object]]:
    """The rights of a role in words, each with the box that takes it away."""
    ticked = form["weg"].value() or []
    return [
        {
            "key": grant_key(recht.grant),
            "label": label_of(recht.right),
            "zaaktype": "" if recht.zaaktype == "*" else recht.zaaktype,
            "up_to": recht.up_to.replace("_", " "),
            "ticked": grant_key(recht.grant) in ticked,
        }
        for recht in rol.rechten.all()
    ]


@requires(MANAGE)
@require_POST
def rol_remove(request: StaffRequest, code: str) -> HttpResponse:
    """Remove a role that nobody has."""
    found = queries.get_rol(code, request.actor)
    try:
        remove_rol(found.pk, actor=request.actor)
    except Conflict as refusal:
        messages.error(request, str(refusal))
        return redirect("toegang:rol", code)
    messages.success(request, _("De rol is verwijderd."))
    return redirect("toegang:rollen")
