"""Groups and their members, for whoever manages the organisation."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stoep.foundation.errors import Conflict
from stoep.foundation.web.permissions import requires
from stoep.organisatie import queries
from stoep.organisatie.commands import change_groep, create_groep, remove_groep, set_leden
from stoep.organisatie.web.forms import GroepForm, LedenForm, NewGroepForm
from stoep.toegang.web.actors import StaffRequest

MANAGE = "organisatie.manage"


@requires(MANAGE)
def groepen(request: StaffRequest) -> HttpResponse:
    """All groups, with who is in them."""
    columns = [{"label": label} for label in (_("Groep"), _("Afdeling"), _("Leden"))]
    return render(request, "organisatie/groepen.html", {"groepen": queries.list_groepen(), "columns": columns})


@requires(MANAGE)
def groep_create(request: StaffRequest) -> HttpResponse:
    """Add a group."""
    form = NewGroepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            created = create_groep(
                code=form.cleaned_data["code"],
                naam=form.cleaned_data["naam"],
                afdeling_id=form.cleaned_data["afdeling"].pk,
                actor=request.actor,
            )
            messages.success(request, _("De groep is toegevoegd. Kies nu de leden."))
            return redirect("organisatie:groep", created.code)
    return render(request, "organisatie/groep_create.html", {"form": form})


@requires(MANAGE)
def groep(request: StaffRequest, code: str) -> HttpResponse:
    """One group: its name, and who is in it."""
    found = queries.get_groep(code)
    naming = request.POST.get("act") == "naam"
    form = GroepForm(request.POST if naming else None, initial={"naam": found.naam, "afdeling": found.afdeling_id})
    leden = LedenForm(
        request.POST if request.method == "POST" and not naming else None,
        initial={"leden": list(queries.leden_of(found).values_list("pk", flat=True))},
    )
    if naming and form.is_valid():
        with form.showing_domain_errors():
            afdeling_id = form.cleaned_data["afdeling"].pk
            change_groep(found.pk, naam=form.cleaned_data["naam"], afdeling_id=afdeling_id, actor=request.actor)
            messages.success(request, _("De groep is opgeslagen."))
            return redirect("organisatie:groep", code)
    elif leden.is_bound and leden.is_valid():
        with leden.showing_domain_errors():
            chosen = [medewerker.pk for medewerker in leden.cleaned_data["leden"]]
            set_leden(found.pk, medewerker_ids=chosen, actor=request.actor)
            messages.success(request, _("De leden zijn opgeslagen."))
            return redirect("organisatie:groep", code)
    return render(request, "organisatie/groep.html", {"groep": found, "form": form, "leden": leden})


@requires(MANAGE)
@require_POST
def groep_remove(request: StaffRequest, code: str) -> HttpResponse:
    """Remove a group to which no work was ever assigned."""
    try:
        remove_groep(queries.get_groep(code).pk, actor=request.actor)
    except Conflict as refusal:
        messages.error(request, str(refusal))
        return redirect("organisatie:groep", code)
    messages.success(request, _("De groep is verwijderd."))
    return redirect("organisatie:groepen")
