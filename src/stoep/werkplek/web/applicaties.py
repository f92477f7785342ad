"""Applications that use the APIs: who they are, what they may in words, and their secrets, each shown once."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from stoep.foundation import clock
from stoep.foundation.errors import Conflict
from stoep.foundation.web.pages import page_of
from stoep.foundation.web.permissions import requires
from stoep.toegang import queries
from stoep.toegang.actors import Actor, Vertrouwelijkheid
from stoep.toegang.commands import change_applicatie, create_applicatie, remove_applicatie, renew_geheim
from stoep.toegang.errors import MissingAuthorizations
from stoep.toegang.models import Applicatie
from stoep.toegang.rules.autorisaties import ANY_TYPE, TYPED, Verlening
from stoep.toegang.rules.scopes import Component
from stoep.toegang.web.actors import StaffRequest
from stoep.werkplek.queries.applicaties import rights_in_words
from stoep.werkplek.web.applicaties_forms import ApplicatieForm, GeheimForm, NieuweApplicatieForm, RechtForm

MANAGE = "applicaties.manage"
ZAAKVERTROUWELIJK = Vertrouwelijkheid.ZAAKVERTROUWELIJK
READS = (
    (Component.ZRC, "zaken.lezen"),
    (Component.DRC, "documenten.lezen"),
    (Component.BRC, "besluiten.lezen"),
    (Component.ZTC, "catalogi.lezen"),
)


@requires(MANAGE)
def overview(request: StaffRequest) -> HttpResponse:
    """Every application, with what it may in short."""
    page = page_of(request, queries.list_applicaties(request.actor))
    columns = [{"label": label} for label in (_("Applicatie"), _("Client-id"), _("Mag"), _("Geheim"))]
    return render(request, "werkplek/applicaties.html", {"page": page, "columns": columns, "now": clock.now()})


@requires(MANAGE)
@never_cache
def add(request: StaffRequest) -> HttpResponse:
    """A new application; its secret is shown once."""
    form = NieuweApplicatieForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            applicatie, secrets = made(form, request.actor)
            return shown_once(request, applicatie, secrets, is_new=True)
    return render(request, "werkplek/applicatie_nieuw.html", {"form": form})


@transaction.atomic
def made(form: NieuweApplicatieForm, actor: Actor) -> tuple[Applicatie, list[tuple[str, str]]]:
    """The application and a secret for each of its client ids, together."""
    everything = form.cleaned_data["soort"] == "alles"
    applicatie = create_applicatie(
        label=form.cleaned_data["label"],
        client_ids=form.names(),
        heeft_alle_autorisaties=everything,
        autorisaties=[] if everything else reading(),
        actor=actor,
    )
    names = [client.client_id for client in applicatie.client_ids.all()]
    return applicatie, [(name, renew_geheim(applicatie.pk, client_id=name, actor=actor)) for name in names]


def reading() -> list[Verlening]:
    """Reading everything that is not too secret."""
    return [
        Verlening(
            component, (scope,), ANY_TYPE, max_vertrouwelijkheid=ZAAKVERTROUWELIJK if TYPED[component][2] else None
        )
        if component in TYPED
        else Verlening(component, (scope,))
        for component, scope in READS
    ]


def shown_once(
    request: StaffRequest, applicatie: Applicatie, secrets: Sequence[tuple[str, str]], *, is_new: bool = False
) -> HttpResponse:
    """The page with secrets that nobody can see again."""
    context = {"applicatie": applicatie, "secrets": secrets, "is_new": is_new}
    return render(request, "werkplek/applicatie_geheim.html", context)


@requires(MANAGE)
def show(request: StaffRequest, applicatie_id: UUID) -> HttpResponse:
    """One application; and changing its name and client ids."""
    found = queries.get_applicatie(applicatie_id, request.actor)
    names = ", ".join(client.client_id for client in found.client_ids.all())
    form = ApplicatieForm(request.POST or None, initial={"label": found.label, "client_ids": names})
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            change(found, request.actor, label=form.cleaned_data["label"], client_ids=form.names())
            messages.success(request, _("De gegevens zijn opgeslagen."))
            return redirect("werkplek:applicatie", applicatie_id)
    return page_about(request, found, form, RechtForm())


def page_about(request: StaffRequest, found: Applicatie, form: ApplicatieForm, recht: RechtForm) -> HttpResponse:
    """The page of one application."""
    columns = [{"label": label} for label in (_("Mag"), _("Van"), _("Tot en met"), _("Intrekken"))]
    context = {
        "applicatie": found,
        "form": form,
        "recht_form": recht,
        "geheim_form": GeheimForm(),
        "rechten": rights_in_words(found.autorisaties.all()),
        "columns": columns,
        "now": clock.now(),
    }
    return render(request, "werkplek/applicatie.html", context)


def change(
    found: Applicatie,
    actor: Actor,
    *,
    label: str | None = None,
    client_ids: Sequence[str] | None = None,
    everything: bool | None = None,
    rights: Sequence[Verlening] | None = None,
) -> None:
    """Change what is given of an application; the rest stays."""
    names = [client.client_id for client in found.client_ids.all()]
    change_applicatie(
        found.pk,
        label=found.label if label is None else label,
        client_ids=names if client_ids is None else client_ids,
        heeft_alle_autorisaties=found.heeft_alle_autorisaties if everything is None else everything,
        autorisaties=[row.verlening for row in found.autorisaties.all()] if rights is None else rights,
        actor=actor,
    )


@requires(MANAGE)
@require_POST
def add_right(request: StaffRequest, applicatie_id: UUID) -> HttpResponse:
    """Give a right; an application that could do everything then has only this."""
    found = queries.get_applicatie(applicatie_id, request.actor)
    form = RechtForm(request.POST)
    if form.is_valid():
        with form.showing_domain_errors():
            present = [row.verlening for row in found.autorisaties.all()]
            change(found, request.actor, everything=False, rights=[*dict.fromkeys([*present, *form.verleningen()])])
            messages.success(request, _("Het recht is gegeven. Het geldt vanaf nu."))
            return redirect("werkplek:applicatie", applicatie_id)
    names = ", ".join(client.client_id for client in found.client_ids.all())
    return page_about(request, found, ApplicatieForm(initial={"label": found.label, "client_ids": names}), form)


@requires(MANAGE)
@require_POST
def withdraw_right(request: StaffRequest, applicatie_id: UUID, recht_id: UUID) -> HttpResponse:
    """Take a right away."""
    found = queries.get_applicatie(applicatie_id, request.actor)
    rights = [row.verlening for row in found.autorisaties.all() if row.pk != recht_id]
    try:
        change(found, request.actor, rights=rights)
    except MissingAuthorizations:
        messages.error(request, _("Dit is het laatste recht. Geef eerst een ander recht, of verwijder de applicatie."))
    else:
        messages.success(request, _("Het recht is ingetrokken. Dat geldt vanaf nu."))
    return redirect("werkplek:applicatie", applicatie_id)


@requires(MANAGE)
@require_POST
def give_everything(request: StaffRequest, applicatie_id: UUID) -> HttpResponse:
    """Let an application do everything."""
    change(queries.get_applicatie(applicatie_id, request.actor), request.actor, everything=True, rights=[])
    messages.success(request, _("De applicatie mag nu alles."))
    return redirect("werkplek:applicatie", applicatie_id)


@requires(MANAGE)
@never_cache
@require_POST
def renew(request: StaffRequest, applicatie_id: UUID) -> HttpResponse:
    """A new secret for a client id, shown once."""
    found = queries.get_applicatie(applicatie_id, request.actor)
    form = GeheimForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Kies hoe lang het huidige geheim nog werkt."))
        return redirect("werkplek:applicatie", applicatie_id)
    client_id = form.cleaned_data["client_id"]
    secret = renew_geheim(applicatie_id, client_id=client_id, overlap=form.overlap(), actor=request.actor)
    return shown_once(request, found, [(client_id, secret)])


@requires(MANAGE)
def remove(request: StaffRequest, applicatie_id: UUID) -> HttpResponse:
    """Ask whether it may go, and shut an application out."""
    found = queries.get_applicatie(applicatie_id, request.actor)
    if request.method != "POST":
        return render(request, "werkplek/applicatie_weg.html", {"applicatie": found})
    try:
        remove_applicatie(applicatie_id, actor=request.actor)
    except Conflict as refusal:
        messages.error(request, str(refusal))
        return redirect("werkplek:applicatie", applicatie_id)
    messages.success(request, _("De applicatie is verwijderd. Zij kan er niet meer in."))
    return redirect("werkplek:applicaties")
