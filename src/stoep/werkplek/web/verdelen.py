"""Giving several zaken at once to a colleague or a group: first shown what will happen, then done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from stoep.foundation.errors import DomainError
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.organisatie.queries import list_groepen, list_medewerkers
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek import queries
from stoep.werkplek.queries.werklijst import find_ids, whole
from stoep.zaken.commands import assign_zaak
from stoep.zaken.models import Zaak

MOST = 100


class NaarForm(StoepForm):
    """To whom zaken go, and why."""

    naar = forms.ChoiceField(
        label=gettext_lazy("Naar wie?"),
        error_messages={
            "required": gettext_lazy("Kies een collega of een groep."),
            "invalid_choice": gettext_lazy("Kies een collega of een groep uit de lijst."),
        },
    )
    reden = forms.CharField(
        label=gettext_lazy("Reden"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Staat in de geschiedenis van elke zaak."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groepen = [(f"groep:{groep.pk}", groep.naam) for groep in list_groepen()]
        people = [(f"medewerker:{one.pk}", f"{one.naam} ({one.afdeling.naam})") for one in list_medewerkers()]
        self.fields["naar"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies")),
            (_("Groepen"), groepen),
            (_("Collega's"), people),
        ]

    def for_command(self) -> dict[str, Any]:
        """What the command takes."""
        kind, _colon, key = self.cleaned_data["naar"].partition(":")
        return {f"{kind}_id": UUID(key), "reden": self.cleaned_data["reden"]}

    @property
    def naar_naam(self) -> str:
        """The name of who was chosen."""
        names = {value: label for _group, pairs in self.fields["naar"].choices[1:] for value, label in pairs}  # type: ignore[attr-defined]
        return str(names.get(self.cleaned_data["naar"], ""))


@requires("zaken.assign")
def assign(request: ActorRequest) -> HttpResponse:
    """Show which zaken will go to whom; with `stap=verdelen` do it, each zaak on its own."""
    source = request.POST if request.method == "POST" else request.GET
    ids = find_ids(source.getlist("zaak"), MOST)
    visible: Any = Zaak.objects.visible_to(request.actor).filter(pk__in=ids, einddatum__isnull=True)
    regels = queries.with_meldingen(whole(visible).order_by("voorrang", "einddatum_gepland", "id"), request.actor)
    back = safe_back(request, str(source.get("terug", "")))
    form = NaarForm(request.POST or None)
    is_shown = False
    if request.method == "POST" and form.is_valid() and regels:
        if request.POST.get("stap") == "verdelen":
            failed = assign_all([regel.zaak for regel in regels], form, request)
            report(request, len(regels) - len(failed), form.naar_naam)
            if not failed:
                return redirect(back)
            form.add_error(None, failed)
            regels = [regel for regel in regels if regel.zaak.identificatie in " ".join(failed)]
        is_shown = True
    context = {"form": form, "regels": regels, "terug": back, "voorbeeld": is_shown, "gesloten": len(ids) - len(regels)}
    return render(request, "werkplek/verdelen.html", context)


def assign_all(zaken: list[Zaak], form: NaarForm, request: ActorRequest) -> list[str]:
    """Assign each; answer in words which could not be assigned."""
    failed = []
    for zaak in zaken:
        try:
            assign_zaak(zaak.pk, **form.for_command(), actor=request.actor)
        except DomainError as error:
            failed.append(f"{zaak.identificatie}: {error}")
    return failed


def report(request: ActorRequest, done: int, name: str) -> None:
    """Say how many were assigned."""
    if done:
        text = ngettext("{aantal} zaak is nu van {naam}.", "{aantal} zaken zijn nu van {naam}.", done)
        messages.success(request, text.format(aantal=done, naam=name))


def safe_back(request: ActorRequest, url: str) -> str:
    """Where to go afterwards: a page of the werkplek, nothing else."""
    is_ours = url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()})
    return url if is_ours and url.startswith("/werkplek/") else "/werkplek/werk/"
